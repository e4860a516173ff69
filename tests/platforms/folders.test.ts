import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The folders of an adapter, each of which knows only those before it. */
const FOLDERS = ["render", "deliver", "register", "listen", "connect"];

/** The folders beside its own that the files of a folder import from. */
function importedBy(folder: string): Set<string | undefined> {
  const sources = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));
  const imports = sources.flatMap((source) => [...source.matchAll(/ from "\.\.\/(?<name>\w+)\//g)]);
  return new Set(imports.map(({ groups }) => groups?.["name"]));
}

describe.each(["slack", "discord"])("the adapter for %s", (platform) => {
  const root = `src/platforms/${platform}`;
  const folders = readdirSync(root, { withFileTypes: true }).filter((item) => item.isDirectory());

  it.each(folders.map(({ name }) => name))("has a folder, %s, that knows only those before it", (name) => {
    expect(FOLDERS).toContain(name);
    const before = FOLDERS.slice(0, FOLDERS.indexOf(name));
    expect(before).toEqual(expect.arrayContaining([...importedBy(`${root}/${name}`)]));
  });
});
