import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, toDiscordMarkdown, unescapeText } from "../../src/platforms/discord/render/markdown.ts";

/** What Discord reads as formatting, mentions and links once escaped characters are set aside. */
const ACTIVE = /[*_~`|<[\]@]|:\/\/|^\s*(?:[#>+-]|\d+\.)/m;

describe("text that users typed", () => {
  it("has nothing in it that formats, mentions or links", () => {
    const texts = fc.string({ unit: fc.constantFrom(..."ab1 \n*_~`|<>[]()#@:/.+-\\") });
    fc.assert(fc.property(texts, (text) => !ACTIVE.test(escapeText(text).replace(/\\[^0-9A-Za-z\s]/g, "x"))));
  });

  it("can be read back", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => unescapeText(escapeText(text)) === text));
  });

  it.each([
    ["<@123> @everyone", "\\<\\@123> \\@everyone"],
    ["my_file *.log", "my\\_file \\*.log"],
    ["https://x.org", "https\\://x.org"],
    ["# big\n-# small\n1. one", "\\# big\n\\-# small\n1\\. one"],
    ["docker-compose 2.0", "docker-compose 2.0"],
  ])("keeps its look: %s", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });
});

describe("Markdown becomes Discord's", () => {
  it.each([
    ["paragraphs", "One\nline.\n\nAnother.", "One line.\n\nAnother."],
    ["emphasis", "**bold** and _soft_", "**bold** and *soft*"],
    ["code", "Run `docker ps -a`.", "Run `docker ps -a`."],
    ["code with a backtick", "Say `` a`b ``.", "Say `` a`b ``."],
    ["code blocks", "Run:\n\n```bash\ndocker run *\n```\n\nDone.", "Run:\n```bash\ndocker run *\n```\nDone."],
    ["code blocks that hold a fence", "````text\n```\n````", "```text\n`\u200b``\n```"],
    ["links", "See [the _docs_](https://x.org/a_(b)).", "See [the *docs*](https://x.org/a_%28b%29)."],
    ["lists", "Do:\n\n- one\n- two", "Do:\n- one\n- two"],
    ["numbered lists", "3. one\n4. two", "3. one\n4. two"],
    ["line breaks", "one\\\ntwo", "one\ntwo"],
    ["text that looks like formatting", "a\\*b\\*c and \\<\\@1>", "a\\*b\\*c and \\<\\@1>"],
    ["headings, which entries may not have", "# Big", "**Big**"],
    ["quotations, which entries may not have", "> said", "said"],
    ["HTML, which entries may not have", "a <b>c</b>", "a \\<b>c\\</b>"],
  ])("%s", (_, markdown, expected) => {
    expect(toDiscordMarkdown(markdown)).toBe(expected);
  });
});
