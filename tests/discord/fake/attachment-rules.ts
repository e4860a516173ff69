import type { SentFile } from "./multipart.ts";

/** Discord takes files of so many bytes from anybody. */
const MAX_FILE = 10 * 1024 * 1024;
/** Discord renames files with other characters, so that no reference finds them: https://discord.com/developers/docs/reference#uploading-files */
const FILE_NAME = /^[\w.-]+$/;
const REFERENCE = /^attachment:\/\/(?<name>.*)$/;

export interface Attachment {
  id: string;
  filename?: string | undefined;
  description?: string | undefined;
}

/** What is wrong with the files of a message, with what it says of them, and with the pictures that show them. */
export function attachmentProblems(
  attachments: readonly Attachment[],
  files: readonly SentFile[],
  shown: readonly string[],
): string[] {
  const references = shown.flatMap((url) => REFERENCE.exec(url)?.groups?.["name"] ?? []);
  const isSent = ({ id, filename }: Attachment) =>
    files.some(({ part, name }) => part === `files[${id}]` && name === filename);
  const isListed = ({ part }: SentFile) => attachments.some(({ id }) => part === `files[${id}]`);
  return [
    ...attachments.filter((one) => !isSent(one)).map(({ id }) => `the attachment ${id} has no file of its name`),
    ...attachments.filter(({ description }) => !description).map(({ id }) => `the attachment ${id} has no description`),
    ...files.filter((file) => !isListed(file)).map(({ part }) => `${part} is not among the attachments`),
    ...files.filter(({ name }) => !references.includes(name)).map(({ name }) => `nobody sees ${name}`),
    ...references
      .filter((name) => !files.some((file) => file.name === name))
      .map((name) => `UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND: ${name}`),
    ...files.flatMap(fileProblems),
  ];
}

function fileProblems({ name, type, size }: SentFile): string[] {
  return [
    ...(FILE_NAME.test(name) ? [] : [`${name} would be renamed`]),
    ...(type === "image/png" && name.endsWith(".png") ? [] : [`${name} is said to be ${type}`]),
    ...(size > 0 && size <= MAX_FILE ? [] : [`${name} has ${size} bytes`]),
  ];
}
