import { expect, test } from "vitest";
import english from "@/locales/message.en.json";
import { failureOf } from "./failure";

test.each([
  ["131047", "window"],
  ["WINDOW_CLOSED", "window"],
  ["131026", "notOnWhatsapp"],
  ["NOT_ON_WHATSAPP", "notOnWhatsapp"],
  ["130429", "rate"],
  ["131053", "media"],
  ["131049", "later"],
  ["132015", "templatePaused"],
  ["190", "number"],
  ["210", "number"],
  ["368", "account"],
  ["HTTP_503", "provider"],
  ["OUTCOME_UNKNOWN", "unknown"],
  ["999999", "other"],
  [null, "other"],
])("of %s it says what is true: %s", (code, expected) => {
  expect(failureOf(code)).toBe(expected);
});

test("every explanation has words for what happened and for what to do", () => {
  const explained = Object.values(english.failure).filter((words) => typeof words !== "string");

  for (const words of explained) expect(Object.keys(words).sort()).toEqual(["do", "what"]);
});
