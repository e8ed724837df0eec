import { expect, test } from "vitest";
import { readTrigger, triggerFields } from "./trigger";

test("both spellings are read", () => {
  expect(readTrigger({ trigger: "keyword", trigger_value: "oi" })).toEqual({ type: "keyword", keywords: ["oi"] });
  expect(readTrigger({ trigger: "event", trigger_value: "csat.answered" })).toEqual({
    type: "event",
    event: "csat.answered",
  });
  expect(readTrigger({ trigger: { type: "referral", source_id: "1" } })).toEqual({ type: "referral", source_id: "1" });
  expect(readTrigger({})).toEqual({ type: "manual" });
});

test("what is written is an object without a value beside it, and keeps what we do not know", () => {
  const trigger = readTrigger({ trigger: { type: "schedule", cron: "0 9 * * *", later: 1 } });
  expect(JSON.parse(JSON.stringify(triggerFields(trigger)))).toEqual({
    trigger: { type: "schedule", cron: "0 9 * * *", later: 1 },
  });
});
