import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Action, decode, encode, encodeList } from "../../src/platforms/discord/render/actions.ts";

const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/);
const ids = fc.array(id, { minLength: 1, maxLength: 3 });

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ name: fc.constantFrom("read" as const, "choose" as const), entry: id }),
  fc.record({ name: fc.constant("tour" as const), pack: fc.string({ minLength: 1 }), stop: fc.nat(9_999) }),
  fc.record({ name: fc.constant("topics" as const), page: fc.nat(9_999) }),
  fc.record({ name: fc.constant("topics" as const), pack: fc.string({ minLength: 1 }), page: fc.nat(9_999) }),
  fc.record({ name: fc.constant("share" as const), entries: ids }),
  fc.record({ name: fc.constant("feedback" as const), helpful: fc.boolean(), entries: ids }),
);

describe("what a button does", () => {
  it("is all in its custom_id", () => {
    fc.assert(
      fc.property(action, (one) => {
        expect(decode(encode(one))).toEqual(one);
      }),
    );
  });

  it("is to show the entry that was picked, for a list", () => {
    expect(decode(encodeList(3), "what-is-mulch")).toEqual({ name: "read", entry: "what-is-mulch" });
  });

  it("stays what it was, since old messages keep their buttons", () => {
    expect(
      ["read:a", "choose:a", "tour:2:garden", "topics:0:", "share:a,b", "helpful:a", "unhelpful:a,b"].map((customId) =>
        decode(customId),
      ),
    ).toEqual([
      { name: "read", entry: "a" },
      { name: "choose", entry: "a" },
      { name: "tour", stop: 2, pack: "garden" },
      { name: "topics", page: 0 },
      { name: "share", entries: ["a", "b"] },
      { name: "feedback", helpful: true, entries: ["a"] },
      { name: "feedback", helpful: false, entries: ["a", "b"] },
    ]);
  });

  it.each(["tour:garden", "tour:12345:garden", "tour:-1:garden", "topics:1.5:garden", "topics::garden", "topics"])(
    "is nothing where the number of a stop or a page makes no sense: %s",
    (customId) => {
      expect(decode(customId)).toBeUndefined();
    },
  );

  it("is nothing, not an error, for any other text", () => {
    fc.assert(fc.property(fc.string(), (text) => decode(`?${text}`) === undefined));
  });
});
