import * as z from "zod";

/** Slack's limits of Block Kit for what the bot sends, from https://docs.slack.dev/reference/block-kit. Strict. */

const name = z.string().min(1).max(255);
const plain = (max: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });

const button = z.strictObject({
  type: z.literal("button"),
  action_id: name,
  text: plain(75),
  value: z.string().min(1).max(2000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
});
const select = z.strictObject({
  type: z.literal("static_select"),
  action_id: name,
  placeholder: plain(150),
  options: z
    .array(z.strictObject({ text: plain(75), value: z.string().min(1).max(75) }))
    .min(1)
    .max(100),
});
const thumb = z.strictObject({
  text: plain(75),
  accessibility_label: z.string().max(75),
  value: z.string().min(1).max(2000),
});

const blocksAnywhere = [
  z.strictObject({ type: z.literal("header"), text: plain(150) }),
  z.strictObject({
    type: z.literal("section"),
    text: mrkdwn(3000),
    expand: z.boolean().optional(),
    accessory: z.discriminatedUnion("type", [button, select]).optional(),
  }),
  z.strictObject({ type: z.literal("divider") }),
  z.strictObject({
    type: z.literal("context"),
    elements: z
      .array(z.union([mrkdwn(3000), plain(3000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal("actions"),
    block_id: name.optional(),
    elements: z
      .array(z.union([button, select]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal("image"),
    image_url: z.url({ protocol: /^https$/ }).max(3000),
    alt_text: z.string().min(1).max(2000),
    title: plain(2000).optional(),
  }),
  z.strictObject({
    type: z.literal("input"),
    block_id: name,
    label: plain(2000),
    element: z.strictObject({
      type: z.literal("plain_text_input"),
      action_id: name,
      max_length: z.int().min(1).max(3000),
      focus_on_load: z.boolean().optional(),
      placeholder: plain(150),
    }),
  }),
] as const;
const viewBlock = z.discriminatedUnion("type", blocksAnywhere);
const feedback = z.strictObject({
  type: z.literal("context_actions"),
  elements: z
    .array(
      z.strictObject({
        type: z.literal("feedback_buttons"),
        action_id: name,
        positive_button: thumb,
        negative_button: thumb,
      }),
    )
    .min(1)
    .max(5),
});
const messageBlocks = z
  .array(z.union([viewBlock, feedback]))
  .min(1)
  .max(50);
const viewBlocks = z.array(viewBlock).max(100);
const view = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("home"), blocks: viewBlocks }),
  z.strictObject({
    type: z.literal("modal"),
    callback_id: name.optional(),
    title: plain(24),
    submit: plain(24).optional(),
    blocks: viewBlocks,
  }),
]);

/** Characters of all blocks of a message together; Slack does not document it, but refuses more. */
const MAX_TOTAL = 13_200;
/** Bytes of a view. */
const MAX_VIEW = 250_000;
/** What would notify somebody, in text that Slack reads. */
const PING = /<[@!#]/;

/** What is wrong with the blocks of a message. */
export function blockProblems(blocks: unknown): string[] {
  return [...problemsOf(messageBlocks, blocks), ...commonProblems(blocks), ...totalProblems(blocks)];
}

/** What is wrong with a modal or a Home tab. */
export function viewProblems(candidate: unknown): string[] {
  const isMissingSubmit =
    /"type":"input"/.test(JSON.stringify(candidate)) && !JSON.stringify(candidate).includes('"submit"');
  return [
    ...problemsOf(view, candidate),
    ...commonProblems((candidate as { blocks?: unknown }).blocks),
    ...(isMissingSubmit ? ["a modal with an input needs a submit button"] : []),
    ...(JSON.stringify(candidate).length > MAX_VIEW ? ["view_too_large"] : []),
  ];
}

/** What would ping somebody in a text. */
export function textProblems(text: string): string[] {
  return PING.test(text) ? [`would ping: ${text.match(/<[@!#].{0,20}/)?.[0]}`] : [];
}

function problemsOf(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

function totalProblems(blocks: unknown): string[] {
  const texts = JSON.stringify(blocks).match(/"text":"(?:[^"\\]|\\.)*"/g) ?? [];
  const total = texts.join("").length;
  return total > MAX_TOTAL ? [`msg_blocks_too_long: ${total} characters`] : [];
}

function commonProblems(blocks: unknown): string[] {
  if (!Array.isArray(blocks)) return [];
  const names = blocks.flatMap(({ block_id }: { block_id?: string }) => block_id ?? []);
  return [
    ...(names.length === new Set(names).size ? [] : ["two blocks have one name"]),
    ...blocks.flatMap((block: { type: string; elements?: { action_id?: string; type?: string; text?: unknown }[] }) => {
      const ids = (block.elements ?? []).flatMap(({ action_id }) => action_id ?? []);
      return ids.length === new Set(ids).size ? [] : [`${block.type}: two actions have one name`];
    }),
    ...(JSON.stringify(blocks).match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? []).flatMap(textProblems),
  ];
}
