import { expect, test } from "vitest";
import { atRisk } from "./promises";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const PROMISE = {
  kind: "first_response",
  policy_id: "p",
  policy_name: "Padrão",
  started_at: "2026-11-22T11:00:00Z",
  warn_at: "2026-11-22T11:45:00Z",
  due_at: "2026-11-22T12:15:00Z",
  warned_at: null,
  breached_at: null,
  met_at: null,
};
const row = (id: string, changes: Partial<typeof PROMISE> | { met_at: string } | { breached_at: string } = {}) => ({
  id,
  contact_name: id,
  contact_phone: null,
  sla: [{ ...PROMISE, ...changes }],
});

test("a promise is at risk from its warning on, until it is kept", () => {
  const rows = [
    row("soon"),
    row("later", { warn_at: "2026-11-22T12:30:00Z", due_at: "2026-11-22T13:00:00Z" }),
    row("kept", { met_at: "2026-11-22T11:50:00Z" }),
  ];

  expect(atRisk(rows, NOW)).toEqual([
    { conversationId: "soon", name: "soon", kind: "first_response", dueAt: "2026-11-22T12:15:00Z", isBroken: false },
  ]);
});

test("the broken ones come first, for they were due first", () => {
  const found = atRisk([row("soon"), row("broken", { due_at: "2026-11-22T11:50:00Z" })], NOW);

  expect(found.map(({ conversationId, isBroken }) => [conversationId, isBroken])).toEqual([
    ["broken", true],
    ["soon", false],
  ]);
});

test("a conversation without promises has none at risk", () => {
  expect(atRisk([{ id: "1", contact_name: null, contact_phone: "5511", sla: undefined }], NOW)).toEqual([]);
});
