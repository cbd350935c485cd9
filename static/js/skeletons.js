// Grey shapes in the place of what takes longer than 300 ms to come.
const patience = 300;

function shape(className, parts) {
  const holder = document.createElement("div");
  holder.className = `skeleton ${className}`;
  holder.setAttribute("aria-hidden", "true");
  for (const part of parts) {
    const piece = document.createElement("span");
    piece.className = `skeleton-part skeleton-${part}`;
    holder.append(piece);
  }
  return holder;
}

const makers = {
  post: () => shape("card skeleton-post", ["face", "name", "line", "line", "picture"]),
  row: () => shape("skeleton-row", ["face", "name", "line"]),
  messages: () => shape("skeleton-messages", ["bubble", "bubble-own", "bubble", "bubble-own"]),
};

// insert(shapes) puts them where they belong. Returns what takes them away again.
export function showSkeletons(kind, count, insert) {
  let shapes = [];
  const timer = setTimeout(() => {
    shapes = Array.from({ length: count }, makers[kind]);
    insert(shapes);
  }, patience);
  return () => {
    clearTimeout(timer);
    for (const one of shapes) one.remove();
  };
}
