import { type Args, messageProblems, unfurlProblems } from "./web-api.ts";

/** Slack takes five replies at an address, in half an hour. */
const MAX_USES = 5;
const KNOWN = new Set([
  "response_type",
  "replace_original",
  "delete_original",
  "thread_ts",
  "text",
  "blocks",
  "unfurl_links",
  "unfurl_media",
]);

/** The addresses that come with interactions. */
export function createResponseUrls(base: () => string) {
  const uses = new Map<string, number>();
  return {
    create(): string {
      const path = `/response/${uses.size + 1}`;
      uses.set(path, 0);
      return `${base()}${path}`;
    },
    /** Uses an address; Slack's refusal, where it is used up or unknown. */
    use(path: string): string | undefined {
      const used = uses.get(path);
      if (used === undefined) return "expired_url";
      uses.set(path, used + 1);
      return used < MAX_USES ? undefined : "used_url";
    },
    /** What is wrong with a reply. */
    problems(args: Args): string[] {
      const unknown = Object.keys(args).filter((name) => !KNOWN.has(name));
      const isDeletion = args["delete_original"] === true;
      return [
        ...unknown.map((name) => `${name} means nothing to a response_url`),
        ...(isDeletion ? [] : [...messageProblems(args), ...unfurlProblems(args)]),
      ];
    },
  };
}
