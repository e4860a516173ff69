import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

const PACK = "knowledge/docker";
const FOLDER = join(PACK, "diagrams");
const WIDTH = 1200;
const { diagrams } = parse(readFileSync(join(PACK, "pack.yaml"), "utf8")) as { diagrams: { id: string }[] };
const ids = diagrams.map(({ id }) => id);

/** Runs `npm run diagrams` on a folder of packs. */
function draw(...args: string[]) {
  const child = spawnSync(process.execPath, ["--import", "tsx", "scripts/diagrams.ts", ...args], { encoding: "utf8" });
  return { exitCode: child.status, output: child.stdout, errors: child.stderr };
}

function read(id: string, ending: "svg" | "txt"): string {
  return readFileSync(join(FOLDER, `${id}.${ending}`), "utf8");
}

describe("the diagrams of the Docker pack", () => {
  it("are a drawing, a picture and a text for every diagram of the pack, and nothing else", () => {
    const expected = ids.flatMap((id) => [`${id}.png`, `${id}.svg`, `${id}.txt`]);
    expect(ids).not.toEqual([]);
    expect(new Set(readdirSync(FOLDER))).toEqual(new Set(["_shapes.svg", ...expected]));
  });

  it("are up to date with their drawings", () => {
    expect(draw("--check")).toEqual({
      exitCode: 0,
      output: `${2 * ids.length} files, 0 not up to date\n`,
      errors: "",
    });
  });

  it.each(ids)("show %s 1200 pixels wide, in less than 150 KB", (id) => {
    const file = join(FOLDER, `${id}.png`);
    const widthInHeader = readFileSync(file).readUInt32BE(16);
    expect(widthInHeader).toBe(WIDTH);
    expect(statSync(file).size).toBeLessThan(150 * 1024);
  });

  it.each(ids)("write no label of %s smaller than 24 pixels", (id) => {
    const sizes = [...read(id, "svg").matchAll(/font-size[:="\s]+([\d.]+)/g)].map(([, size]) => Number(size));
    expect(sizes).not.toEqual([]);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  });

  it.each(ids)("write the labels of %s in characters that the fonts have", (id) => {
    const labels = [...read(id, "svg").matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, label]) => label);
    expect(labels).not.toEqual([]);
    expect(labels.join("")).toMatch(/^[\x20-\x7e…]*$/);
  });

  it.each(ids)("tell %s in a terminal of 60 columns, in ASCII and box-drawing characters", (id) => {
    const lines = read(id, "txt").split("\n");
    expect(lines.pop()).toBe("");
    for (const line of lines) expect(line).toMatch(/^(?:[\x20-\x7e\u2500-\u257f]{0,59}[\x21-\x7e\u2500-\u257f])?$/);
  });
});

describe("npm run diagrams", () => {
  const packs = mkdtempSync(join(tmpdir(), "diagrams-"));
  const folder = join(packs, "some-pack", "diagrams");
  const [shapes, svg, png] = ["_shapes.svg", "storage.svg", "storage.png"].map((file) => join(folder, file)) as [
    string,
    string,
    string,
  ];
  afterAll(() => rmSync(packs, { recursive: true }));

  /** Lays one diagram of the pack anew. */
  function layDiagram(): void {
    for (const file of ["_shapes.svg", "storage.svg", "storage.png"]) cpSync(join(FOLDER, file), join(folder, file));
  }

  it("--check names a picture that is missing, and writes nothing", () => {
    layDiagram();
    rmSync(png);
    expect(draw("--check", packs)).toEqual({
      exitCode: 1,
      output: "2 files, 1 not up to date\n",
      errors: `${png} is not up to date: npm run diagrams\n`,
    });
    expect(readdirSync(folder)).not.toContain("storage.png");
  });

  it("--check names a picture that differs from its drawing, until it is drawn again", () => {
    layDiagram();
    writeFileSync(svg, readFileSync(svg, "utf8").replace(">/cache<", ">/tmp<"));
    expect(draw("--check", packs)).toMatchObject({ exitCode: 1, errors: expect.stringContaining(png) });
    expect(draw(packs)).toMatchObject({ exitCode: 0, output: "2 files, 1 written\n" });
    expect(draw("--check", packs)).toMatchObject({ exitCode: 0, errors: "" });
  });

  it("carries a change of the shared shapes into every drawing", () => {
    layDiagram();
    writeFileSync(shapes, readFileSync(shapes, "utf8").replaceAll("#1d4ed8", "#be123c"));
    expect(draw("--check", packs)).toMatchObject({ exitCode: 1, output: "2 files, 2 not up to date\n" });
    draw(packs);
    expect(readFileSync(svg, "utf8")).toContain("#be123c");
  });
});
