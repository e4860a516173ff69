import { isUtf8 } from "node:buffer";

/** Longest line that is read, in bytes: 100,000 characters fit, however JSON escapes them. */
const MAX_LINE = 2 * 1024 * 1024;
/** Bytes of a longer line that are shown, to tell which one it was. */
const EXCERPT = 200;
const NEWLINE = 10;

/** A line of input, without its line feed. */
export interface Line {
  /** As sent; of a line that is too long, its start; with replacement characters where it is not UTF-8. */
  text: string;
  /** Whether it is UTF-8 and not too long. */
  isReadable: boolean;
}

/**
 * Splits bytes into lines, at line feeds only, as other programs do: a question may hold any other separator. Keeps at
 * most one line in memory, and no more than the longest one that is read.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const line = createLineBuffer();
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      line.add(chunk.subarray(start, end));
      yield line.take();
      start = end + 1;
    }
    line.add(chunk.subarray(start));
  }
  if (line.length() > 0) yield line.take();
}

function createLineBuffer() {
  let parts: Buffer[] = [];
  let length = 0;
  return {
    length: () => length,
    /** Adds to the line, and drops what follows the longest one that is read. */
    add(bytes: Buffer) {
      if (length <= MAX_LINE) parts.push(bytes);
      length += bytes.length;
    },
    /** Returns the line, and starts the next one. */
    take(): Line {
      const bytes = Buffer.concat(parts);
      const isTooLong = length > MAX_LINE;
      parts = [];
      length = 0;
      return isTooLong ? { text: bytes.toString("utf8", 0, EXCERPT), isReadable: false } : decode(bytes);
    },
  };
}

function decode(bytes: Buffer): Line {
  const text = bytes.toString().replace(/^\uFEFF|\r$/g, "");
  return { text, isReadable: isUtf8(bytes) };
}
