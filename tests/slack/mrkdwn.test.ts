import fc from "fast-check";
import { expect, it } from "vitest";
import { readText } from "../../src/platforms/slack/listen/read-text.ts";
import { toMrkdwn, toMrkdwnSections, toPlainText } from "../../src/platforms/slack/render/mrkdwn.ts";

it.each([
  ["**bold**, _italic_ and `code`", "*bold*, _italic_ and `code`"],
  ["[docs](https://example.com/a?b=1&c=2)", "<https://example.com/a?b=1&amp;c=2|docs>"],
  ["[a > b](https://example.com/x|y)", "<https://example.com/x%7Cy|a &gt; b>"],
  ["[a](https://example.com/%7Cx%20y)", "<https://example.com/%7Cx%20y|a>"],
  ["[a](https://example.com/a%2Fb?q=1%262#%C3%A4)", "<https://example.com/a%2Fb?q=1%262#%C3%A4|a>"],
  ["[a](https://example.com/ä%zz)", "<https://example.com/%C3%A4%zz|a>"],
  ["- one\n- two", "• one\n• two"],
  ["3. three\n4. four", "3. three\n4. four"],
  ["```bash\necho '<hi>' && ls\n```", "```\necho '&lt;hi&gt;' &amp;&amp; ls\n```"],
  ["one\ntwo", "one two"],
  ["one  \ntwo", "one\ntwo"],
  ["one\n\ntwo", "one\n\ntwo"],
  ["<!channel> <@U1>", "&lt;!channel&gt; &lt;@U1&gt;"],
  ["snake_case and 2*3", "snake_case and 2*3"],
  ["**bold**ly", "*bold*\u200bly"],
  ["\\*.txt", "\u200b*.txt"],
  ["`` a`b ``", "`aˋb`"],
])("turns %j into mrkdwn", (markdown, mrkdwn) => {
  expect(toMrkdwn(markdown)).toBe(mrkdwn);
});

it("cuts long text between paragraphs, and a paragraph only where it must", () => {
  const paragraph = "word ".repeat(300).trim();
  const sections = toMrkdwnSections([paragraph, paragraph, paragraph].join("\n\n"));
  expect(sections).toHaveLength(2);
  expect(sections.join("\n\n")).toBe([paragraph, paragraph, paragraph].join("\n\n"));
  const [code = ""] = toMrkdwnSections(`\`\`\`text\n${"&".repeat(4_000)}\n\`\`\``);
  expect(code.length).toBeLessThanOrEqual(3_000);
  expect(code.endsWith("&amp;…\n```")).toBe(true);
});

it("leaves the words alone for whoever hears them", () => {
  expect(toPlainText("**A** `b`:\n\n- [c](https://d)\n- e\n\n```sh\nf\n```")).toBe("A b:\n\n• c\n• e\n\nf");
});

it.each([
  ["<@UBOT> what is an image", "what is an image"],
  ["a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"],
  ["&amp;lt;", "&lt;"],
  ["see <https://example.com|the docs> and <https://example.org>", "see the docs and https://example.org"],
  ["in <#C1|general> <!here> <!subteam^S1|@team>", "in #general"],
  ["in <#C1> and <#C2|>", "in # and #"],
])("reads %j as it was typed", (slack, typed) => {
  expect(readText(slack)).toBe(typed);
});

it("reads text that is nothing but open brackets as it is, however long, and what is closed at its end alone", () => {
  const opening = fc.constantFrom("<", "<#", "<@", "<!", "<#|", "<a|", "<|", "<#C1|", "&lt;<#");
  fc.assert(
    fc.property(opening, fc.integer({ min: 15_000, max: 20_000 }), (bracket, times) => {
      const text = bracket.repeat(times);
      const typed = text.replaceAll("&lt;", "<");
      expect(readText(text) === typed).toBe(true);
      expect(readText(`${text}<#C1|general>`) === `${typed}#general`).toBe(true);
    }),
    { numRuns: 20 },
  );
});
