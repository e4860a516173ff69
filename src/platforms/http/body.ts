import type { IncomingMessage } from "node:http";

/** Largest body that is read, in bytes; platforms send a few kilobytes. */
const MAX_BODY = 1024 * 1024;

/**
 * The whole body of a request, or nothing where it is too large.
 * @throws when the request breaks off
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection has to survive the loop, so that the refusal reaches the caller.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
