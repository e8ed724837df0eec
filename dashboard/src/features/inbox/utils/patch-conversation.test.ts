import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { knownBefore, patchConversation, type Conversation } from "./patch-conversation";

const row = (id: string, more: Partial<Conversation> = {}) =>
  ({ id, status: "active", assigned_to: null, priority: "medium", ...more }) as Conversation;
const LIST = ["conversations", "list", { status: "active" }];
const pages = (...rows: Conversation[]) => ({ pages: [{ items: rows, limit: 50 }], pageParams: [""] });

describe("a change that is shown before the API has answered", () => {
  test("is shown on the conversation's page and in every list that has it", () => {
    const client = new QueryClient();
    client.setQueryData(["conversations", "c1"], row("c1"));
    client.setQueryData(LIST, pages(row("c1"), row("c2")));

    patchConversation(client, "c1", { priority: "urgent" });

    expect(client.getQueryData(["conversations", "c1"])).toMatchObject({ priority: "urgent" });
    expect(client.getQueryData(LIST)).toEqual(pages(row("c1", { priority: "urgent" }), row("c2")));
  });

  test("leaves lists as they are, the same objects, where it changes nothing", () => {
    const client = new QueryClient();
    client.setQueryData(LIST, pages(row("c2")));
    const before = client.getQueryData(LIST);

    patchConversation(client, "c1", { priority: "urgent" });
    patchConversation(client, "c2", { priority: "medium" });

    expect(client.getQueryData(LIST)).toBe(before);
  });

  test("can be taken back to what was known, from a list too", () => {
    const client = new QueryClient();
    client.setQueryData(LIST, pages(row("c1", { assigned_to: "ana" })));

    const before = knownBefore(client, "c1", { assigned_to: "bia", status: "active" });
    patchConversation(client, "c1", { assigned_to: "bia" });
    patchConversation(client, "c1", before);

    expect(before).toEqual({ assigned_to: "ana", status: "active" });
    expect(client.getQueryData(LIST)).toEqual(pages(row("c1", { assigned_to: "ana" })));
  });
});
