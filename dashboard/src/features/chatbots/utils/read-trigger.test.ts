import { describe, expect, test } from "vitest";
import { readTrigger } from "./read-trigger";

describe("readTrigger", () => {
  test.each([
    [
      { trigger: "keyword", trigger_value: "oi" },
      { kind: "keyword", words: ["oi"] },
    ],
    [{ trigger: { type: "keyword", keywords: ["oi", "olá"] } }, { kind: "keyword", words: ["oi", "olá"] }],
    [{ trigger: { type: "schedule", cron: "0 9 * * 1-5" } }, { kind: "schedule", words: ["0 9 * * 1-5"] }],
    [{ trigger: { type: "event", event: "csat.answered" } }, { kind: "event", words: ["csat.answered"] }],
    [{ trigger: { type: "message_received" } }, { kind: "message_received", words: [] }],
    [{}, { kind: "manual", words: [] }],
    [null, { kind: "manual", words: [] }],
  ])("reads %j", (document, trigger) => expect(readTrigger(document)).toEqual(trigger));
});
