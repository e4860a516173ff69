import type { Message } from "../../../src/platforms/discord/render/components.ts";

/** A file that came beside a body. */
export interface SentFile {
  /** Name of the part that it came in. */
  part: string;
  name: string;
  type: string;
  /** In bytes. */
  size: number;
}

/** What a call carries: its body, and the files beside it. */
export interface Payload {
  body: unknown;
  files: readonly SentFile[];
}

/** Reads a request: JSON or, with files, a form whose part `payload_json` holds the JSON. */
export async function readPayload(bytes: Buffer, contentType = ""): Promise<Payload> {
  if (!contentType.startsWith("multipart/form-data")) {
    return { body: bytes.length === 0 ? undefined : (JSON.parse(bytes.toString()) as unknown), files: [] };
  }
  const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  const files = [...form].flatMap(([part, value]) =>
    typeof value === "string" ? [] : [{ part, name: value.name, type: value.type, size: value.size }],
  );
  return { body: JSON.parse(String(form.get("payload_json"))) as unknown, files };
}

/** What a call carries that brings a message. */
export function payloadOf({ files = [], ...body }: Message): Payload {
  return {
    body,
    files: files.map(({ name, data, contentType = "" }, index) => {
      return { part: `files[${index}]`, name, type: contentType, size: Buffer.from(data as Uint8Array).length };
    }),
  };
}
