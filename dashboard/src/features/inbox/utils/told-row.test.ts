import { expect, test } from "vitest";
import { aConversation } from "../testing/make";
import { afterUpdate, isCountedAnew } from "./told-row";

const held = aConversation({ version: 4, unread_count: 2, tag_ids: ["t1", "t2"] });
const told = {
  conversation_id: "c1",
  status: "active",
  handler: "agent",
  assigned_to: "ana",
  department_id: null,
  reason: "tagged",
  version: 4,
  priority: "medium",
  needs_attention: false,
  unread_count: 2,
  snoozed_until: null,
  tags_added: [],
  tags_removed: [],
};

test("tags that came and went are those of the row from now on, each once", () => {
  const row = afterUpdate(held, { ...told, tags_added: ["t3", "t2"], tags_removed: ["t1"] }, "ana");

  expect(row).toEqual({ ...held, tag_ids: ["t2", "t3"] });
});

test("a sleep, a priority and what was read are told with the version they make", () => {
  const news = { ...told, reason: "snoozed", version: 5, priority: "high", snoozed_until: "2026-11-13T00:00:00Z" };

  const row = afterUpdate(held, { ...news, unread_count: 0 }, "ana");

  expect(row).toEqual({
    ...held,
    version: 5,
    priority: "high",
    snoozed_until: "2026-11-13T00:00:00Z",
    unread_count: 0,
  });
  expect(row && isCountedAnew(held, row)).toBe(true);
});

test("what somebody else has read is still unread for me", () => {
  const row = afterUpdate(held, { ...told, reason: "read", version: 5, unread_count: 0 }, "rui");

  expect(row?.unread_count).toBe(2);
});

test("what is older than the row changes nothing", () => {
  expect(afterUpdate(held, { ...told, version: 3, status: "waiting", tags_added: ["t9"] }, "ana")).toBe(held);
});

test.each([
  ["other hands", { assigned_to: "rui", version: 5 }],
  ["another state", { status: "resolved", version: 5 }],
  ["a change between that nobody told", { version: 6 }],
  ["what is no version", { version: null }],
  ["a promise", { reason: "sla_breached" }],
  ["a priority of a newer server", { priority: "critical", version: 5 }],
])("%s is asked for", (_what, news) => {
  expect(afterUpdate(held, { ...told, ...news }, "ana")).toBeNull();
});
