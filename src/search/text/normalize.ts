/** Printable ASCII without backquotes, in words one space apart: such a text is as it should be, and most are such. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** What sets a colour in a terminal, and is pasted with its output (ECMA-48, SGR). */
const COLOUR = /\p{Cc}\[[\d;]*m/gu;

/**
 * Brings a text into the one form in which texts are compared: compatibility characters folded (NFKD), no accents, no
 * invisible or control characters, plain quotes, single spaces. Case is kept: it shows where compounds join.
 */
export function normalize(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(COLOUR, "")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]+/gu, "")
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
}
