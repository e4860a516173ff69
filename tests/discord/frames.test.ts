import fc from "fast-check";
import { expect, it } from "vitest";
import { readFrame } from "../../src/platforms/discord/connect/frames.ts";

const ready = {
  v: 10,
  session_id: "session",
  resume_gateway_url: "wss://gateway.example.com",
  user: { id: "1", username: "helper" },
  application: { id: "1", flags: 0 },
  guilds: [{ id: "2", unavailable: true }],
};
const { resume_gateway_url: _, ...withoutAddress } = ready;

it("takes a greeting with an interval that a timer can have", () => {
  const hello = { op: 10, s: null, d: { heartbeat_interval: 41_250, _trace: ["a"] } };
  expect(readFrame(hello)).toEqual(hello);
  for (const heartbeat_interval of [0, -1, 1e12, "41250", null, undefined]) {
    expect(readFrame({ op: 10, d: { heartbeat_interval } })).toBeUndefined();
  }
  for (const d of [undefined, null, 7, []]) expect(readFrame({ op: 10, d })).toBeUndefined();
});

it("takes the event READY for what of it is used, which no server is", () => {
  expect(readFrame({ op: 0, t: "READY", s: 1, d: ready })).toEqual({
    op: 0,
    t: "READY",
    s: 1,
    d: {
      session_id: "session",
      resume_gateway_url: "wss://gateway.example.com",
      user: { id: "1" },
      application: { id: "1" },
      guilds: [],
    },
  });
  for (const d of [
    undefined,
    null,
    {},
    withoutAddress,
    { ...ready, session_id: 7 },
    { ...ready, resume_gateway_url: "nowhere" },
    { ...ready, resume_gateway_url: "https://gateway.example.com" },
    { ...ready, user: null },
    { ...ready, application: null },
  ]) {
    expect(readFrame({ op: 0, t: "READY", s: 1, d })).toBeUndefined();
  }
  expect(readFrame({ op: 0, t: "READY", s: 1, d: { ...ready, guilds: null } })).toHaveProperty("d.guilds", []);
});

it("takes an invalid session for one that cannot be resumed, unless it is said to be", () => {
  for (const d of [undefined, null, false, "true", {}]) expect(readFrame({ op: 9, d })).toHaveProperty("d", false);
  expect(readFrame({ op: 9, d: true })).toHaveProperty("d", true);
});

it("passes on other events and frames of a kind that is unknown, with numbers for numbers", () => {
  const event = { op: 0, t: "SOMETHING_NEW", s: 7, d: { id: 1 } };
  expect(readFrame(event)).toEqual(event);
  expect(readFrame({ ...event, s: "7" })).toHaveProperty("s", null);
  expect(readFrame({ op: 99, more: true })).toMatchObject({ op: 99, more: true });
  for (const op of ["0", null, undefined, Number.NaN]) expect(readFrame({ ...event, op })).toBeUndefined();
});

it("takes anything", () => {
  const frame = fc.record({
    op: fc.constantFrom(0, 1, 7, 9, 10, 11),
    t: fc.constantFrom("READY", "RESUMED", null),
    d: fc.anything(),
  });
  fc.assert(
    fc.property(fc.oneof(frame, fc.anything()), (data) => {
      expect(["object", "undefined"]).toContain(typeof readFrame(data));
    }),
  );
});
