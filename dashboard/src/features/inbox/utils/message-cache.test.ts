import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MessageRow } from "@/api/messages/list-messages";
import { aMessage, pagesOf } from "../testing/make";
import {
  applyStatus,
  applyUpdate,
  findMessage,
  furthest,
  mergeMessages,
  mergeNewest,
  type MessagePages,
} from "./message-cache";

const at = (minute: number) => `2026-11-12T12:${String(minute).padStart(2, "0")}:00Z`;
const sent = (id: string, minute: number, given: Partial<MessageRow> = {}) =>
  aMessage({ id, direction: "outbound", sender: "agent", status: "queued", created_at: at(minute), ...given });
const ids = (data: MessagePages) => data.pages.flatMap(({ items }) => items.map(({ id }) => id));
const told = (message_id: string, status: string, given = {}) => ({
  conversation_id: "c1",
  message_id,
  status,
  at: at(59),
  ...given,
});

const thread = pagesOf([[sent("m4", 40), sent("m3", 30)], [sent("m2", 20)]], { isMore: true });

describe("messages", () => {
  test("come to their place in time", () => {
    expect(ids(mergeMessages(thread, [sent("m5", 50), sent("m3b", 35)]))).toEqual(["m5", "m4", "m3b", "m3", "m2"]);
  });

  test("of the same moment go by their ids, which grow with time", () => {
    expect(ids(mergeMessages(thread, [sent("m4b", 40)]))).toEqual(["m4b", "m4", "m3", "m2"]);
  });

  test("older than what is loaded wait until somebody scrolls there", () => {
    expect(ids(mergeMessages(thread, [sent("m1", 10)]))).toEqual(["m4", "m3", "m2"]);
  });

  test("that are there already are replaced, and moved when their time was guessed", () => {
    const merged = mergeMessages(thread, [sent("m4", 25, { sender_name: "Ana" })]);

    expect([ids(merged), findMessage(merged, "m4")?.sender_name]).toEqual([["m3", "m4", "m2"], "Ana"]);
  });

  test("that did not change stay the same objects", () => {
    expect(findMessage(mergeMessages(thread, [sent("m3", 30)]), "m3")).toBe(findMessage(thread, "m3"));
  });

  test("in whatever order they come make the same thread", () => {
    const rows = Array.from({ length: 12 }, (_, index) => sent(`n${index}`, index * 5));
    const inOrder = rows.map(({ id }) => id).reverse();
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const data = shuffled.reduce(
          (held: MessagePages, row) => mergeMessages(held, [row]),
          pagesOf<MessageRow>([[]]),
        );
        expect(ids(data)).toEqual(inOrder);
      }),
    );
  });
});

describe("the newest page after a break", () => {
  test("joins what is held where they touch", () => {
    const newest = { items: [sent("m5", 50), sent("m4", 40)], limit: 2, next_cursor: "x" };

    expect(ids(mergeNewest(thread, newest))).toEqual(["m5", "m4", "m3", "m2"]);
  });

  test("stands alone where something is missing between", () => {
    const newest = { items: [sent("m9", 59), sent("m8", 58)], limit: 2, next_cursor: "x" };

    expect(mergeNewest(thread, newest)).toEqual({ pages: [newest], pageParams: [""] });
  });
});

describe("a status", () => {
  test("goes on, and brings the error of a failure", () => {
    const failed = findMessage(
      applyStatus(thread, told("m4", "failed", { error_code: "131047", error_detail: "late" })),
      "m4",
    );

    expect([failed?.status, failed?.error_code]).toEqual(["failed", "131047"]);
  });

  test("never goes back, in whatever order it is told", () => {
    const words: MessageRow["status"][] = ["queued", "sent", "failed", "delivered", "read", "played"];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1 }), (shuffled) => {
        const data = shuffled.reduce((held: MessagePages, status) => applyStatus(held, told("m4", status)), thread);
        expect(findMessage(data, "m4")?.status).toBe(shuffled.reduce(furthest, "queued"));
      }),
    );
  });

  test("is kept when an older answer of the API comes after it", () => {
    const read = applyStatus(thread, told("m4", "read"));

    expect(findMessage(mergeMessages(read, [sent("m4", 40, { status: "sent" })]), "m4")?.status).toBe("read");
  });

  test("that is not known is left alone", () => {
    expect(applyStatus(thread, told("m4", "teleported"))).toBe(thread);
  });
});

describe("a change of a message", () => {
  const update = (change: string, given = {}) => ({
    conversation_id: "c1",
    message_id: "m4",
    change,
    at: at(59),
    ...given,
  });

  test("puts one emoji for each side", () => {
    const once = applyUpdate(thread, update("reaction", { side: "contact", emoji: "❤️" }));
    const twice = applyUpdate(once, update("reaction", { side: "contact", emoji: "👍" }));

    expect(findMessage(twice, "m4")?.reactions?.map(({ emoji }) => emoji)).toEqual(["👍"]);
  });

  test("takes an emoji off", () => {
    const once = applyUpdate(thread, update("reaction", { side: "contact", emoji: "❤️" }));

    expect(
      findMessage(applyUpdate(once, update("reaction", { side: "contact", emoji: null })), "m4")?.reactions,
    ).toEqual([]);
  });

  test("takes an edit's words in", () => {
    const edited = findMessage(applyUpdate(thread, update("edit", { content: { type: "text", body: "certo" } })), "m4");

    expect([edited?.content, edited?.edited_at]).toEqual([{ type: "text", body: "certo" }, at(59)]);
  });

  test("forgets the words of what was taken back", () => {
    const revoked = findMessage(applyUpdate(thread, update("revoke")), "m4");

    expect([revoked?.content, revoked?.revoked_at]).toEqual([{ type: "text" }, at(59)]);
  });
});
