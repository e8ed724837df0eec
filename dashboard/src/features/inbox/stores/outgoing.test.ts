import { beforeEach, describe, expect, test } from "vitest";
import { ApiError } from "@/lib/api-error";
import { aMessage } from "../testing/make";
import { stillOutgoing, useOutgoing } from "./outgoing";

const NOW = "2026-11-12T12:00:00Z";
const content = { type: "text", body: "Olá" } as const;
const item = { localId: "l1", conversationId: "c1", content, createdAt: NOW };
const arrived = (given = {}) =>
  aMessage({ id: "m1", direction: "outbound", sender: "agent", content, created_at: NOW, ...given });
const store = () => useOutgoing.getState();
const still = (messages: ReturnType<typeof aMessage>[]) =>
  stillOutgoing(store().items, "c1", messages, store().localIds).map(({ localId }) => localId);

beforeEach(() => useOutgoing.setState({ items: [], localIds: {} }));

describe("a message on its way", () => {
  test("is shown until its own message is in the thread", () => {
    store().add(item);
    store().settle("l1", "m1");

    expect(still([])).toEqual(["l1"]);
    expect(still([arrived()])).toEqual([]);
  });

  test("is not shown twice when the event comes before the API's answer", () => {
    store().add(item);

    expect(still([arrived()])).toEqual([]);
  });

  test("is not taken for the same words that were sent before it", () => {
    store().add(item);
    store().settle("l1", "m1");
    store().remove("l1");
    store().add({ ...item, localId: "l2" });

    expect(still([arrived()])).toEqual(["l2"]);
  });

  test("of two with the same words one is left while one has arrived", () => {
    store().add(item);
    store().add({ ...item, localId: "l2" });

    expect(still([arrived()])).toEqual(["l2"]);
  });

  test("is not taken for other words, another kind or a message of long ago", () => {
    store().add(item);

    expect(
      still([
        arrived({ content: { type: "text", body: "Oi" } }),
        arrived({ created_at: "2026-11-11T12:00:00Z" }),
        arrived({ sender: "bot" }),
      ]),
    ).toEqual(["l1"]);
  });

  test("of another conversation is shown there", () => {
    store().add({ ...item, conversationId: "c2" });

    expect(still([])).toEqual([]);
  });
});

describe("a message that failed", () => {
  const error = new ApiError({ status: 0, code: "NETWORK", message: "no network" });

  test("says why, and stays even when its words are in the thread", () => {
    store().add(item);
    store().fail("l1", error);

    expect([still([arrived()]), store().items[0]?.error]).toEqual([["l1"], error]);
  });

  test("is tried again in its place, without its error", () => {
    store().add(item);
    store().add({ ...item, localId: "l2" });
    store().fail("l1", error);
    store().add(item);

    expect(store().items.map(({ localId, status, error: why }) => [localId, status, why])).toEqual([
      ["l1", "sending", undefined],
      ["l2", "sending", undefined],
    ]);
  });
});
