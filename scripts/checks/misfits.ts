import type { FoundAnswer } from "../../src/core/answer.ts";
import { diagramOf, entriesById } from "../../src/core/pack.ts";
import type { SourcedPack } from "../../src/knowledge/pack-folder.ts";
import type { Problem } from "../../src/knowledge/problem.ts";
import { entryText, renderAnswer as renderForDiscord } from "../../src/platforms/discord/render/answer.ts";
import { LIMITS as DISCORD } from "../../src/platforms/discord/render/limits.ts";
import { renderAnswer as renderForSlack } from "../../src/platforms/slack/render/answer.ts";
import { LIMITS as SLACK } from "../../src/platforms/slack/render/limits.ts";
import { link, toMrkdwn } from "../../src/platforms/slack/render/mrkdwn.ts";
import { numberedList } from "../../src/platforms/terminal/lists.ts";
import { renderAnswer as renderForTerminal } from "../../src/platforms/terminal/render-answer.ts";
import { createStyle } from "../../src/platforms/terminal/style.ts";

/** More than is repeated of a question above its answer, every character of which is escaped. */
const LONGEST_QUESTION = "*".repeat(5_000);
/** Columns of a terminal in which everything but code must fit, and of one in which a drawing must. */
const COLUMNS = 80;
const DRAWING_COLUMNS = 60;

/** What a platform does not show whole, and which field of the entry is to blame where that can be told. */
type Misfit = Pick<Problem, "field" | "message">;

/** Entries that do not fit whole into what Slack, Discord or a terminal shows, by rendering each for all of them. */
export function misfits({ pack, entries }: SourcedPack): Problem[] {
  return entries.flatMap(({ entry, file, at }) => {
    const related = entriesById(pack, entry.related);
    const answer: Single = { kind: "answer", pack, entries: [entry], related, confidence: 1 };
    const found = [...misfitsInSlack(answer), ...misfitsInDiscord(answer), ...misfitsInTerminal(answer)];
    return found.map(({ field, message }) => ({ ...(field ? at(field) : { file }), message }));
  });
}

/** An answer of one entry. */
type Single = FoundAnswer & { entries: readonly [FoundAnswer["entries"][0]] };

function misfitsInSlack(answer: Single): Misfit[] {
  const [{ title, body, departs = "", references }] = answer.entries;
  const { blocks } = renderForSlack(answer);
  const texts = stringsOf(blocks, "text");
  const longest = Math.max(...texts.map(({ length }) => length));
  return [
    ...cut("Slack", texts.join("\n\n"), {
      title: [title],
      body: [toMrkdwn(body)],
      departs: [toMrkdwn(departs)],
      references: references.map(({ url, title }) => link(url, title)),
      related: answer.related.map(({ label }) => label),
    }),
    ...tooMuch("references", longest, SLACK.text, "characters in one text in Slack"),
    ...tooMuch("related", blocks.length, SLACK.messageBlocks, "blocks in Slack"),
  ];
}

function misfitsInDiscord(answer: Single): Misfit[] {
  const [entry] = answer.entries;
  const { components } = renderForDiscord(answer, { asked: LONGEST_QUESTION, isShareable: true });
  const texts = stringsOf(components, "content");
  const labels = stringsOf(components, "label");
  return [
    ...cut("Discord", [...texts, ...labels].join("\n"), {
      body: [entryText(answer.pack, entry)],
      references: entry.references.map(({ title }) => title),
      related: answer.related.map(({ label }) => label),
    }),
    ...tooMuch("body", texts.join("").length, DISCORD.text, "characters in Discord"),
  ];
}

function misfitsInTerminal(answer: Single): Misfit[] {
  const [{ body }] = answer.entries;
  const render = (columns: number) => renderForTerminal(answer, createStyle(columns, false), numberedList);
  const drawing = diagramOf(answer.pack, answer.entries)?.text ?? "";
  // Code, which stands there as it was written, and addresses are never broken, so that they can be copied.
  const written = new Set(body.split("\n").map((line) => line.trim()));
  const wide = render(COLUMNS)
    .split("\n")
    .filter((line) => line.length > COLUMNS && !written.has(line.trim()) && !line.includes("https://"));
  return [
    ...cut(`a terminal of ${DRAWING_COLUMNS} columns`, render(DRAWING_COLUMNS), { diagram: [drawing] }),
    ...wide.map((line) => ({ message: `is wider than a terminal of ${COLUMNS} columns: “${line.trim()}”` })),
  ];
}

/** Fields of which a platform does not show all that it should. */
function cut(where: string, shown: string, fields: Readonly<Record<string, readonly string[]>>): Misfit[] {
  return Object.entries(fields)
    .filter(([, texts]) => !texts.every((text) => shown.includes(text)))
    .map(([field]) => ({ field, message: `does not fit whole into ${where}` }));
}

function tooMuch(field: string, amount: number, limit: number, unit: string): Misfit[] {
  return amount > limit ? [{ field, message: `makes ${amount} ${unit}, more than ${limit}` }] : [];
}

/** Every text under this name anywhere in a message. */
function stringsOf(message: unknown, name: string): string[] {
  const found: string[] = [];
  JSON.stringify(message, (key, value: unknown) => {
    if (key === name && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}
