import { expect, it } from "vitest";
import { errorFields } from "../../src/errors.ts";

const here = { at: expect.stringMatching(/^at .*errors\.test\.ts/) };

it("says what an error is and where it was thrown", () => {
  const error = Object.assign(new RangeError("zebrafinch"), { code: 42 });
  expect(errorFields(error)).toEqual({ error: "RangeError", code: "42", ...here });
});

it("says nothing that a message holds, even where that looks like a place in a program", () => {
  const pasted = "what is this\n    at zebrafinch (main.js:1:1)\n    at zebrafinch (main.js:2:2)";
  expect(errorFields(new TypeError(pasted))).toEqual({ error: "TypeError", ...here });
});

it("says no place where the message was changed, and what was thrown cannot be told from it", () => {
  const error = new TypeError("first\n    at zebrafinch (main.js:1:1)");
  expect(error.stack).toContain("first");
  error.message = "second";
  expect(errorFields(error)).toEqual({ error: "TypeError", at: undefined });
});

it("says of what is no error only what it is", () => {
  expect(errorFields("zebrafinch")).toEqual({ error: "string" });
});
