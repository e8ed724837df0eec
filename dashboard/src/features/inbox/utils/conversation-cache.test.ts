import { describe, expect, test } from "vitest";
import { aConversation, pagesOf } from "../testing/make";
import { findRow, placeRow, rowsOf } from "./conversation-cache";

const looking = { myId: "ana", now: Date.parse("2026-11-12T12:30:00Z") };
const row = (id: string, minute: number, given = {}) =>
  aConversation({ id, last_message_at: `2026-11-12T12:${String(minute).padStart(2, "0")}:00Z`, ...given });
const ids = (data: Parameters<typeof rowsOf>[0]) => rowsOf(data).map(({ id }) => id);

const list = pagesOf([[row("c3", 30), row("c2", 20)], [row("c1", 10)]], { isMore: true });

describe("news of a conversation", () => {
  test("bring it to where its newest message belongs", () => {
    const { data, isSure } = placeRow(list, row("c1", 25, { version: 2 }), { status: "active" }, looking);

    expect([ids(data), isSure]).toEqual([["c3", "c1", "c2"], true]);
  });

  test("put a new one in", () => {
    expect(ids(placeRow(list, row("c9", 40), {}, looking).data)).toEqual(["c9", "c3", "c2", "c1"]);
  });

  test("leave one for later that stands beyond what is loaded", () => {
    expect(ids(placeRow(list, row("c0", 5), {}, looking).data)).toEqual(["c3", "c2", "c1"]);
  });

  test("put it last where everything is loaded", () => {
    expect(ids(placeRow(pagesOf([[row("c3", 30)]]), row("c0", 5), {}, looking).data)).toEqual(["c3", "c0"]);
  });

  test("take it out of a view that it left", () => {
    const { data, isSure } = placeRow(
      list,
      row("c2", 20, { status: "resolved", version: 2 }),
      { status: "active,waiting" },
      looking,
    );

    expect([ids(data), isSure]).toEqual([["c3", "c1"], true]);
  });

  test("that are older than what is held change nothing", () => {
    const held = pagesOf([[row("c1", 10, { version: 5 })]]);

    expect(placeRow(held, row("c1", 9, { version: 4, status: "resolved" }), { status: "active" }, looking).data).toBe(
      held,
    );
  });

  test("change it in place, and leave the rest to the API, where only that can tell", () => {
    const { data, isSure } = placeRow(list, row("c2", 45, { unread_count: 3 }), { q: "bia" }, looking);

    expect([ids(data), findRow(data, "c2")?.unread_count, isSure]).toEqual([["c3", "c2", "c1"], 3, false]);
  });

  test("keep the promises that only the list tells", () => {
    const promise = { kind: "resolution" } as NonNullable<ReturnType<typeof row>["sla"]>[number];
    const held = pagesOf([[row("c1", 10, { sla: [promise] })]]);

    expect(findRow(placeRow(held, row("c1", 10, { version: 2 }), {}, looking).data, "c1")?.sla).toEqual([promise]);
  });

  test("draw no other row again", () => {
    const { data } = placeRow(list, row("c1", 10, { unread_count: 1, version: 2 }), {}, looking);

    expect([data.pages[0] === list.pages[0], findRow(data, "c3") === findRow(list, "c3")]).toEqual([true, true]);
  });

  test("of the longest wait first go by the wait", () => {
    const waits = (id: string, hour: number) => aConversation({ id, waiting_since: `2026-11-12T${hour}:00:00Z` });
    const held = pagesOf([[waits("c1", 10), waits("c2", 12)]]);

    const { data } = placeRow(held, waits("c3", 11), { sort: "waiting_since", order: "asc" }, looking);

    expect(ids(data)).toEqual(["c1", "c3", "c2"]);
  });
});

test("a conversation that moved between pages while they were fetched is shown once", () => {
  expect(ids(pagesOf([[row("c1", 10)], [row("c1", 10), row("c2", 9)]]))).toEqual(["c1", "c2"]);
});
