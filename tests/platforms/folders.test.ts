import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { foldersImportedBy } from "../fixtures/imports.ts";

/** The folders of an adapter, each of which knows only those before it. */
const FOLDERS = ["render", "deliver", "register", "listen", "connect"];

describe.each(["slack", "discord"])("the adapter for %s", (platform) => {
  const root = `src/platforms/${platform}`;
  const folders = readdirSync(root, { withFileTypes: true }).filter((item) => item.isDirectory());

  it.each(folders.map(({ name }) => name))("has a folder, %s, that knows only those before it", (name) => {
    expect(FOLDERS).toContain(name);
    const before = FOLDERS.slice(0, FOLDERS.indexOf(name));
    expect(before).toEqual(expect.arrayContaining(foldersImportedBy(`${root}/${name}`)));
  });
});
