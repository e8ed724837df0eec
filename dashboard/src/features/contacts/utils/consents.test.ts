import { expect, test } from "vitest";
import { consentHistory, FIRST_CONSENT, isComplete } from "./consents";

const entry = (id: string, kind: string, data: unknown) => ({
  id,
  kind,
  data,
  at: "2026-11-12T00:00:00Z",
  actor: "user",
  user_id: "u",
  contact_id: "c",
  conversation_id: null,
});
const told = { purpose: "marketing", channel: "whatsapp", legal_basis: "consent", source: "loja" };

test("consentHistory picks the yeses and noes out of what happened", () => {
  const story = [
    entry("1", "consent_withdrawn", told),
    entry("2", "contact_tagged", { tags: ["vip"] }),
    entry("3", "consent_given", told),
  ];

  expect(consentHistory(story).map(({ id, granted }) => [id, granted])).toEqual([
    ["1", false],
    ["3", true],
  ]);
});

test("isComplete wants to know how the answer is known", () => {
  expect([isComplete(FIRST_CONSENT), isComplete({ ...FIRST_CONSENT, source: "loja" })]).toEqual([false, true]);
});
