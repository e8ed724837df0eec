import { describe, expect, test } from "vitest";
import type { Conversation } from "./patch-conversation";
import { windowOf } from "./service-window";
import { standingOf } from "./standing";
import { isTheirs } from "./worth-telling";
import { neighbourOf } from "./neighbour";

const row = (more: Partial<Conversation>) =>
  ({ status: "active", handler: "agent", assigned_to: null, ...more }) as Conversation;
const NOW = Date.parse("2026-11-22T12:00:00Z");

describe("how a conversation stands", () => {
  test("is by who has it, and whether it is over", () => {
    expect(standingOf(row({ assigned_to: "me" }), "me")).toBe("mine");
    expect(standingOf(row({ assigned_to: "ana" }), "me")).toBe("other");
    expect(standingOf(row({ handler: "none", status: "waiting" }), "me")).toBe("nobody");
    expect(standingOf(row({ handler: "bot" }), "me")).toBe("bot");
    expect(standingOf(row({ status: "resolved", assigned_to: "me" }), "me")).toBe("over");
  });
});

describe("the service window", () => {
  const at = (expires: string | null, window: Conversation["window"] = "open") =>
    windowOf({ window, window_expires_at: expires }, NOW);

  test("is told anew as time goes by, whatever the row said when it was read", () => {
    expect(at("2026-11-22T15:00:00Z")).toEqual({ state: "open", secondsLeft: 10_800 });
    expect(at("2026-11-22T13:00:00Z")).toEqual({ state: "closing", secondsLeft: 3_600 });
    expect(at("2026-11-22T12:00:00Z")).toEqual({ state: "closed", secondsLeft: 0 });
  });

  test("is what the API says where it has no end", () => {
    expect(at(null, "closed").state).toBe("closed");
  });
});

describe("a new message", () => {
  test("concerns whoever has the conversation, and everybody while it waits", () => {
    expect(isTheirs(row({ assigned_to: "me" }), "me")).toBe(true);
    expect(isTheirs(row({ assigned_to: "ana" }), "me")).toBe(false);
    expect(isTheirs(row({ handler: "none", status: "waiting" }), "me")).toBe(true);
    expect(isTheirs(row({ handler: "bot" }), "me")).toBe(false);
  });
});

describe("the next conversation", () => {
  test("is the one after or before, none at the ends, the first where none is open", () => {
    expect(neighbourOf(["a", "b", "c"], "b", 1)).toBe("c");
    expect(neighbourOf(["a", "b", "c"], "a", -1)).toBeUndefined();
    expect(neighbourOf(["a", "b"], undefined, -1)).toBe("a");
    expect(neighbourOf([], "x", 1)).toBeUndefined();
  });
});
