// Builds what browsers load: styles, scripts, icon sprite, manifest, under digest names in build/assets,
// with assets.json ({"app.css": "app.3f2a91c0.css", …}) as the list. Does nothing when no source changed.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "build/assets");
const digestLength = 8;
const keptAfterwards = 7 * 24 * 60 * 60 * 1000; // ms

if (process.argv.includes("--help")) {
  console.log("node static/build.mjs [--force]: builds static/ into build/assets/");
  process.exit(0);
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    }),
  );
  return found.flat().sort();
}

const digest = (content) => createHash("sha256").update(content).digest("hex");

async function sourceStamp(sources) {
  const hash = createHash("sha256");
  for (const path of sources) hash.update(relative(root, path)).update(await readFile(path));
  return hash.digest("hex");
}

async function isUpToDate(stamp) {
  try {
    if ((await readFile(join(out, ".stamp"), "utf8")) !== stamp) return false;
    const present = new Set(await readdir(out));
    const names = Object.values(JSON.parse(await readFile(join(out, "assets.json"), "utf8")));
    return names.every((name) => present.has(name));
  } catch {
    return false;
  }
}

const built = {};

async function emit(name, content) {
  const extension = extname(name);
  const base = name.slice(0, -extension.length);
  built[name] = `${base}.${digest(content).slice(0, digestLength)}${extension}`;
  await writeFile(join(out, built[name]), content);
}

// "heart" is Font Awesome's regular heart, or its solid one where there is no regular; "heart-solid" the solid one.
async function iconSource(name) {
  const icons = join(root, "node_modules/@fortawesome/fontawesome-free/svgs");
  const solid = name.endsWith("-solid");
  const file = `${solid ? name.slice(0, -"-solid".length) : name}.svg`;
  if (!solid) {
    try {
      return await readFile(join(icons, "regular", file), "utf8");
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  return readFile(join(icons, "solid", file), "utf8");
}

async function sprite(sources) {
  const names = new Set();
  for (const path of sources) {
    const text = await readFile(path, "utf8");
    if (path.endsWith(".mustache")) {
      for (const [, name] of text.matchAll(/icons\.svg\}\}#([a-z0-9-]+)/g)) names.add(name);
    } else if (path.endsWith(".js")) {
      for (const [, name] of text.matchAll(/\bicon\("([a-z0-9-]+)"/g)) names.add(name);
    }
  }
  const symbols = await Promise.all(
    [...names].sort().map(async (name) => {
      const source = await iconSource(name);
      const viewBox = source.match(/viewBox="([^"]+)"/)[1];
      const paths = source.match(/<path[^>]*>/g).join("");
      return `<symbol id="${name}" viewBox="${viewBox}">${paths}</symbol>`;
    }),
  );
  const credit = "<!-- Icons: Font Awesome Free, https://fontawesome.com/license/free, CC BY 4.0 -->";
  return `<svg xmlns="http://www.w3.org/2000/svg">${credit}${symbols.join("")}</svg>\n`;
}

async function styles(esbuild) {
  const sass = await import("sass");
  const compiled = sass.compile(join(root, "static/css/app.scss"), {
    loadPaths: [join(root, "node_modules")],
    quietDeps: true,
    silenceDeprecations: ["import", "global-builtin", "color-functions"],
  });
  const { code } = await esbuild.transform(compiled.css, { loader: "css", minify: true });
  return code;
}

async function script(esbuild, name, format) {
  const result = await esbuild.build({
    entryPoints: [join(root, "static/js", name)],
    bundle: true,
    minify: true,
    format,
    target: ["es2022"],
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

async function manifest() {
  const source = await readFile(join(root, "static/manifest.webmanifest"), "utf8");
  return source.replace(/"\/static\/([^"]+)"/g, (_, name) => {
    if (!built[name]) throw new Error(`manifest.webmanifest names ${name}, which is not built`);
    return `"/static/${built[name]}"`;
  });
}

async function build(sources) {
  const esbuild = await import("esbuild");
  await mkdir(out, { recursive: true });
  for (const name of await readdir(join(root, "static/icons"))) {
    await emit(name, await readFile(join(root, "static/icons", name)));
  }
  await emit("manifest.webmanifest", await manifest());
  await emit("icons.svg", await sprite(sources));
  await emit("app.css", await styles(esbuild));
  await emit("app.js", await script(esbuild, "app.js", "esm"));
  await emit("theme.js", await script(esbuild, "theme.js", "iife"));
  await emit("offline_worker.js", await script(esbuild, "offline_worker.js", "iife"));
}

// Files of earlier builds stay for a while: programs that run and pages that are open still name them.
async function removeLongReplaced() {
  const kept = new Set([...Object.values(built), "assets.json", ".stamp"]);
  for (const name of (await readdir(out)).filter((other) => !kept.has(other))) {
    const path = join(out, name);
    if (Date.now() - (await stat(path)).mtimeMs > keptAfterwards) await rm(path, { recursive: true });
  }
}

async function writeWhole(name, content) {
  await writeFile(join(out, `${name}.new`), content);
  await rename(join(out, `${name}.new`), join(out, name));
}

const sources = [
  ...(await filesBelow(join(root, "static"))),
  ...(await filesBelow(join(root, "templates"))),
  join(root, "package-lock.json"),
];
const stamp = await sourceStamp(sources);

if (process.argv.includes("--force") || !(await isUpToDate(stamp))) {
  await build(sources);
  await writeWhole("assets.json", `${JSON.stringify(built, null, 2)}\n`);
  await writeWhole(".stamp", stamp);
  await removeLongReplaced();
  console.log(`build/assets: ${Object.keys(built).length} files`);
}
