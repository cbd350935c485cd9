// The profile picture is cut to a square before it is uploaded: moved and enlarged by pointer, wheel, keys
// and slider, shown in the round as it will be seen. Without scripts the file goes up as it is.
const shownSide = 288; // CSS px, half the width of the canvas
const storedSideMax = 512; // px
const enlargedMax = 4;
const keyStep = 8; // CSS px
const wheelStep = 1.0015;
const quality = 0.9;

const clamped = (value, least, most) => Math.min(Math.max(value, least), most);

// The square of the picture that is chosen: its middle, and how much it is enlarged over the largest square.
class Frame {
  constructor(image) {
    this.image = image;
    this.x = image.naturalWidth / 2;
    this.y = image.naturalHeight / 2;
    this.enlarged = 1;
  }

  get side() {
    return Math.min(this.image.naturalWidth, this.image.naturalHeight) / this.enlarged;
  }

  // By CSS px of what is shown.
  move(x, y) {
    const half = this.side / 2;
    const perPixel = this.side / shownSide;
    this.x = clamped(this.x - x * perPixel, half, this.image.naturalWidth - half);
    this.y = clamped(this.y - y * perPixel, half, this.image.naturalHeight - half);
  }

  enlarge(factor) {
    this.enlarged = clamped(factor, 1, enlargedMax);
    this.move(0, 0);
  }

  draw(canvas) {
    const { side } = this;
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(this.image, this.x - side / 2, this.y - side / 2, side, side, 0, 0, canvas.width, canvas.height);
  }
}

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

function makeDialog() {
  const dialog = element("dialog", { className: "dialog cropper" });
  dialog.setAttribute("aria-labelledby", "cropper-title");
  const canvas = element("canvas", { className: "cropper-canvas", width: 2 * shownSide, height: 2 * shownSide, tabIndex: 0 });
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", "Your picture. Arrow keys move it, plus and minus enlarge it and make it smaller.");
  const label = element("label", { className: "form-label", htmlFor: "cropper-size", textContent: "Size" });
  const size = element("input", { id: "cropper-size", className: "cropper-size", type: "range", min: 1, max: enlargedMax, step: 0.01, value: 1 });
  const buttons = element("div", { className: "form-buttons" });
  const cancel = element("button", { type: "submit", value: "", className: "btn btn-quiet", textContent: "Cancel" });
  const use = element("button", { type: "submit", value: "use", className: "btn btn-primary", textContent: "Use this" });
  buttons.append(cancel, use);
  const form = element("form", { method: "dialog" });
  form.append(
    element("h2", { id: "cropper-title", className: "card-title", textContent: "Move it into the circle" }),
    canvas,
    label,
    size,
    buttons,
  );
  dialog.append(form);
  return { dialog, canvas, size, use };
}

function listen(frame, { canvas, size }) {
  const draw = () => {
    size.value = String(frame.enlarged);
    frame.draw(canvas);
  };
  const enlarge = (factor) => {
    frame.enlarge(factor);
    draw();
  };
  const move = (x, y) => {
    frame.move(x, y);
    draw();
  };
  size.addEventListener("input", () => enlarge(Number(size.value)));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    enlarge(frame.enlarged * wheelStep ** -event.deltaY);
  });
  canvas.addEventListener("keydown", (event) => {
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const way = ways[event.key];
    if (way) move(way[0] * keyStep, way[1] * keyStep);
    else if (event.key === "+" || event.key === "=") enlarge(frame.enlarged * 1.1);
    else if (event.key === "-") enlarge(frame.enlarged / 1.1);
    else return;
    event.preventDefault();
  });
  listenToPointers(canvas, frame, move, enlarge);
  draw();
}

// One pointer moves, two enlarge by the distance between them.
function listenToPointers(canvas, frame, move, enlarge) {
  const pointers = new Map();
  const distance = () => {
    const [a, b] = [...pointers.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const apart = pointers.size === 2 ? distance() : 0;
    pointers.set(event.pointerId, now);
    if (pointers.size === 1) move(now.x - before.x, now.y - before.y);
    else if (apart > 0) enlarge((frame.enlarged * distance()) / apart);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(name, (event) => pointers.delete(event.pointerId));
  }
}

async function cutOut(frame, name) {
  const side = Math.round(Math.min(storedSideMax, frame.side));
  const canvas = element("canvas", { width: side, height: side });
  frame.draw(canvas);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/webp", quality));
  const extension = blob.type === "image/webp" ? "webp" : "png";
  return new File([blob], `${name.replace(/\.[^.]*$/u, "")}.${extension}`, { type: blob.type });
}

// Resolves to the cut picture, or null when the member thought better of it.
function crop(image, name) {
  const parts = makeDialog();
  const { dialog } = parts;
  const frame = new Frame(image);
  document.body.append(dialog);
  listen(frame, parts);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "use" ? cutOut(frame, name) : null);
    });
    dialog.showModal();
    parts.canvas.focus();
  });
}

function showInstead(holder, file) {
  const image = element("img", { src: URL.createObjectURL(file), alt: "", width: 40, height: 40 });
  holder.querySelector(".avatar").replaceChildren(image);
}

async function chosen(holder, input) {
  const [file] = input.files;
  if (!file) return;
  const image = element("img", { src: URL.createObjectURL(file) });
  try {
    await image.decode();
  } catch {
    return; // not a picture that this browser knows: the server says what it thinks of it
  } finally {
    URL.revokeObjectURL(image.src);
  }
  const cut = await crop(image, file.name);
  const transfer = new DataTransfer();
  if (cut) {
    transfer.items.add(cut);
    showInstead(holder, cut);
    const removal = holder.querySelector('[name="remove_avatar"]');
    if (removal) removal.checked = false;
  }
  input.files = transfer.files;
  input.focus();
}

export function startAvatarCrop() {
  const holder = document.querySelector("[data-avatar-field]");
  const input = holder?.querySelector('input[type="file"]');
  input?.addEventListener("change", () => chosen(holder, input));
}
