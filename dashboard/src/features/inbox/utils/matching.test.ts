import { expect, test } from "vitest";
import { aConversation } from "../testing/make";
import { matches } from "./matching";

const looking = { myId: "ana", now: Date.parse("2026-11-12T12:00:00Z") };

test.each([
  [{ status: "active,waiting" }, {}, true],
  [{ status: "resolved" }, {}, false],
  [{ assigned_to: "me" }, {}, true],
  [{ assigned_to: "me" }, { assigned_to: "bruno" }, false],
  [{ assigned_to: "none" }, { assigned_to: null }, true],
  [{ department: "mine" }, {}, "unsure"],
  [{ department: "mine", status: "resolved" }, {}, false],
  [{ unread: true }, { unread_count: 2 }, true],
  [{ unread: true }, {}, false],
  [{ snoozed: false }, { snoozed_until: "2026-11-12T13:00:00Z" }, false],
  [{ snoozed: false }, { snoozed_until: "2026-11-12T11:00:00Z" }, true],
  [{ snoozed: true }, { snoozed_until: "9999-12-31T00:00:00Z" }, true],
  [{ tag: "vip" }, {}, "unsure"],
  [{ tag: "0198a000-0000-7000-8000-000000000001" }, {}, false],
  [{ q: "bia" }, {}, "unsure"],
  [{ mentioned: "me" }, {}, "unsure"],
  [{ last_message_since: "2026-11-12T12:00:00.000Z" }, {}, true],
  [{ last_message_until: "2026-11-12T12:00:00.000Z" }, {}, false],
  [{ sort: "priority", order: "desc" }, {}, true],
] as const)("of %o and a conversation with %o it says %s", (filters, row, expected) => {
  expect(matches(aConversation(row), filters, looking)).toBe(expected);
});
