import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, test } from "vitest";
import type { ConversationFilters, ConversationRow } from "@/api/conversations/list-conversations";
import { messagesQuery } from "@/api/messages/list-messages";
import { aConversation, aMessage, pagesOf } from "../testing/make";
import { applyRow, dropConversation, showMessage } from "./apply-event";
import { rowsOf, type ConversationPages } from "./conversation-cache";
import type { MessagePages } from "./message-cache";

const looking = { myId: "ana", now: Date.parse("2026-11-12T12:30:00Z") };
let client: QueryClient;

const hold = (filters: ConversationFilters, rows: ConversationRow[]) =>
  client.setQueryData<ConversationPages>(["conversations", "list", filters], pagesOf([rows]));
const listed = (filters: ConversationFilters) =>
  rowsOf(client.getQueryData<ConversationPages>(["conversations", "list", filters])).map(({ id }) => id);
const isStale = (filters: ConversationFilters) =>
  client.getQueryState(["conversations", "list", filters])?.isInvalidated ?? false;

beforeEach(() => {
  client = new QueryClient();
});

describe("a fresh row", () => {
  test("moves from the view that it left to the one that it belongs to", () => {
    const waiting = aConversation({ status: "waiting", handler: "none", assigned_to: null });
    hold({ assigned_to: "none" }, [waiting]);
    hold({ assigned_to: "me" }, []);

    const isSure = applyRow(client, aConversation({ version: 2 }), looking);

    expect([listed({ assigned_to: "none" }), listed({ assigned_to: "me" }), isSure]).toEqual([[], ["c1"], true]);
  });

  test("makes the lists stale of which only the API can tell, and no others", () => {
    hold({ q: "bia" }, []);
    hold({ assigned_to: "me" }, []);

    const isSure = applyRow(client, aConversation(), looking);

    expect([isSure, isStale({ q: "bia" }), isStale({ assigned_to: "me" })]).toEqual([false, true, false]);
  });

  test("that is older than what is held is dropped everywhere", () => {
    const held = aConversation({ version: 5, unread_count: 0 });
    hold({ status: "active" }, [held]);
    client.setQueryData(["conversations", "c1"], held);

    applyRow(client, aConversation({ version: 4, status: "resolved" }), looking);

    expect([listed({ status: "active" }), client.getQueryData(["conversations", "c1"])]).toEqual([["c1"], held]);
  });
});

describe("a conversation that is not ours to see any more", () => {
  test("leaves every list, and its messages are forgotten", () => {
    hold({ status: "active" }, [aConversation()]);
    client.setQueryData<MessagePages>(messagesQuery("c1").queryKey, pagesOf([[aMessage()]]));

    dropConversation(client, "c1");

    expect([listed({ status: "active" }), client.getQueryData(messagesQuery("c1").queryKey)]).toEqual([[], undefined]);
  });
});

describe("a message that an event tells of", () => {
  test("changes nothing where the thread has it already, whole", () => {
    const whole = aMessage({ sender_name: "Ana" });
    client.setQueryData<MessagePages>(messagesQuery("c1").queryKey, pagesOf([[whole]]));

    showMessage(client, "c1", aMessage({ sender_name: null }));

    expect(client.getQueryData<MessagePages>(messagesQuery("c1").queryKey)?.pages[0]?.items).toEqual([whole]);
  });

  test("begins no thread that nobody has opened", () => {
    showMessage(client, "c1", aMessage());

    expect(client.getQueryData(messagesQuery("c1").queryKey)).toBeUndefined();
  });
});
