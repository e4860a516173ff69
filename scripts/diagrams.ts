/**
 * Draws the packs' diagrams. `npm run diagrams` copies the shared shapes of `knowledge/<pack>/diagrams/_shapes.svg` into
 * every SVG beside it, and renders each SVG as a PNG. `npm run diagrams -- --check` writes nothing: it names the files
 * that are not up to date, and exits 1 when there is any. Takes the folder of the packs, `knowledge` by default.
 *
 * The renderer is WebAssembly and the fonts come from packages, so that every machine draws the same bytes.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** A file and what belongs into it. */
interface Artifact {
  file: string;
  content: Buffer;
}

const SHAPES = "_shapes.svg";
const DEFINITIONS = /<defs>.*?<\/defs>/s;
const FONTS = [
  "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-500-normal.woff2",
  "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2",
  "@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2",
];

const { resolve } = createRequire(import.meta.url);
const fontBuffers = FONTS.map((font) => readFileSync(resolve(font)));

/** The diagrams' folders: one for each pack that has any. */
function diagramFolders(knowledge: string): string[] {
  return readdirSync(knowledge)
    .map((pack) => join(knowledge, pack, "diagrams"))
    .filter((folder) => existsSync(folder));
}

/** Every SVG and PNG of a folder of diagrams, as it should be. */
function artifacts(folder: string): Artifact[] {
  const shapes = sharedDefinitions(folder);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".svg") && file !== SHAPES)
    .flatMap((file) => diagram(join(folder, file), shapes));
}

/** The style, markers and shapes that all diagrams of a folder share. */
function sharedDefinitions(folder: string): string {
  const [definitions] = DEFINITIONS.exec(readFileSync(join(folder, SHAPES), "utf8")) ?? [];
  if (definitions === undefined) throw new Error(`${join(folder, SHAPES)} has no <defs>`);
  return definitions;
}

/** One diagram: its SVG with the shared shapes, and the PNG which that gives. */
function diagram(file: string, shapes: string): Artifact[] {
  const svg = readFileSync(file, "utf8").replace(DEFINITIONS, () => shapes);
  return [
    { file, content: Buffer.from(svg) },
    { file: file.replace(/svg$/, "png"), content: render(svg) },
  ];
}

function render(svg: string): Buffer {
  return Buffer.from(new Resvg(svg, { font: { fontBuffers } }).render().asPng());
}

function isUpToDate({ file, content }: Artifact): boolean {
  return existsSync(file) && readFileSync(file).equals(content);
}

const { values, positionals } = parseArgs({ options: { check: { type: "boolean" } }, allowPositionals: true });
await initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")));
const all = diagramFolders(positionals[0] ?? "knowledge").flatMap(artifacts);
const outdated = all.filter((artifact) => !isUpToDate(artifact));

if (values.check) {
  for (const { file } of outdated) console.error(`${file} is not up to date: npm run diagrams`);
  process.exitCode = outdated.length > 0 ? 1 : 0;
} else {
  for (const { file, content } of outdated) writeFileSync(file, content);
}
console.log(`${all.length} files, ${outdated.length} ${values.check ? "not up to date" : "written"}`);
