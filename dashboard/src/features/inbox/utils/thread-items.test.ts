import { beforeEach, describe, expect, test } from "vitest";
import { setTimeZone } from "@/lib/format";
import { aMessage } from "../testing/make";
import { firstUnread, threadItems, type ThreadItem } from "./thread-items";

beforeEach(() => setTimeZone("America/Sao_Paulo"));

const message = (id: string, at: string, given = {}) => aMessage({ id, created_at: `2026-11-${at}:00Z`, ...given });
const note = (id: string, at: string) => ({
  id,
  user_id: null,
  body: "nota",
  mentions: [],
  created_at: `2026-11-${at}:00Z`,
});
const story = (id: string, at: string, kind = "resolved") => ({
  id,
  contact_id: "k1",
  conversation_id: "c1",
  kind,
  actor: "user",
  user_id: null,
  data: {},
  at: `2026-11-${at}:00Z`,
});
const made = (given: Partial<Parameters<typeof threadItems>[0]>) =>
  threadItems({ messages: [], isWhole: true, notes: [], stories: [], outgoing: [], localIds: {}, ...given });
const told = (items: ThreadItem[]) => items.flatMap(({ day, key }) => (day ? ["day", key] : [key]));

describe("a thread", () => {
  test("has messages, notes and what happened in the order of time", () => {
    const items = made({
      messages: [message("m1", "12T12:00"), message("m2", "12T12:10")],
      notes: [note("n1", "12T12:05")],
      stories: [story("s2", "12T12:20"), story("s1", "12T12:07")],
    });

    expect(told(items)).toEqual(["day", "m1", "n1", "s1", "m2", "s2"]);
  });

  test("parts days where the person lives, not where the server does", () => {
    const items = made({ messages: [message("m1", "12T02:30"), message("m2", "12T03:30")] });

    expect(told(items)).toEqual(["day", "m1", "day", "m2"]);
  });

  test("shows no note and no story that is older than what is loaded", () => {
    const given = {
      messages: [message("m1", "12T12:00")],
      notes: [note("n1", "12T11:00")],
      stories: [story("s1", "12T10:00")],
    };

    expect(told(made({ ...given, isWhole: false }))).toEqual(["day", "m1"]);
    expect(told(made(given))).toEqual(["day", "s1", "n1", "m1"]);
  });

  test("does not tell of a note beside the note", () => {
    expect(told(made({ notes: [note("n1", "12T12:05")], stories: [story("s1", "12T12:05", "noted")] }))).toEqual([
      "day",
      "n1",
    ]);
  });

  test("begins with its beginning, of the same moment as its first message", () => {
    const items = made({ messages: [message("m1", "12T12:00")], stories: [story("s1", "12T12:00", "opened")] });

    expect(told(items)).toEqual(["day", "s1", "m1"]);
  });

  test("lets messages of one writer within five minutes stand together, unless something stands between", () => {
    const ours = { direction: "outbound", sender: "bot" } as const;
    const items = made({
      messages: [
        message("m1", "12T12:00"),
        message("m2", "12T12:01"),
        message("m3", "12T12:03"),
        message("m4", "12T12:04", ours),
        message("m5", "12T12:20", ours),
        message("m6", "12T12:21", { ...ours, sender: "agent" }),
      ],
      notes: [note("n1", "12T12:02")],
    });

    expect(items.filter((item) => item.kind === "message" && item.isFollowing).map(({ key }) => key)).toEqual(["m2"]);
  });

  test("has a line above what is new", () => {
    const messages = [message("m1", "12T12:00"), message("m2", "12T12:01"), message("m3", "12T12:02")];

    expect(told(made({ messages, unread: firstUnread(messages, 2) }))).toEqual(["day", "m1", "unread", "m2", "m3"]);
  });

  test("marks the choice that was taken", () => {
    const asked = message("m1", "12T12:00", { direction: "outbound", sender: "bot", type: "button" });
    const quoted = {
      id: "m1",
      direction: "outbound",
      type: "button",
      sender: "bot",
      content: {},
      revoked_at: null,
      created_at: "",
    };
    const answer = message("m2", "12T12:01", {
      type: "interactive",
      content: { type: "interactive", kind: "button", id: "yes" },
      quoted,
    });

    expect(made({ messages: [asked, answer] })[0]).toMatchObject({ key: "m1", chosenId: "yes" });
  });

  test("goes on drawing what was sent from here under the key it had", () => {
    expect(told(made({ messages: [message("m1", "12T12:00")], localIds: { m1: "local" } }))).toEqual(["day", "local"]);
  });
});

test("what is new counts the contact's messages only, and never more than there are", () => {
  const messages = [
    message("m1", "12T12:00"),
    message("m2", "12T12:01", { direction: "outbound" }),
    message("m3", "12T12:02"),
  ];

  expect(firstUnread(messages, 2)?.id).toBe("m1");
  expect(firstUnread(messages, 9)?.id).toBe("m1");
  expect(firstUnread(messages, 0)).toBeUndefined();
});
