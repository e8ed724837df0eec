import { beforeEach, describe, expect, test } from "vitest";
import { draftKey, draftOf, isServersNewer, useDrafts } from "./drafts";

const KEY = draftKey("ana", "c1");
const draft = () => draftOf(useDrafts.getState().drafts, KEY);
const { write, takeServers } = useDrafts.getState();

beforeEach(() => useDrafts.setState({ drafts: {} }));

describe("a draft", () => {
  test("keeps an answer and a note side by side, and which of them one was at", () => {
    write(KEY, { reply: "bom dia" });
    write(KEY, { mode: "note" });
    write(KEY, { note: "é VIP" });

    expect(draft()).toMatchObject({ mode: "note", reply: "bom dia", note: "é VIP" });
  });

  test("is one's own: another person at this computer has none", () => {
    write(KEY, { reply: "bom dia" });

    expect(draftOf(useDrafts.getState().drafts, draftKey("bia", "c1")).reply).toBe("");
  });

  test("outlives a reload", () => {
    write(KEY, { reply: "bom dia" });

    expect(localStorage.getItem("pytake.drafts")).toContain("bom dia");
  });

  test("is forgotten once it is empty", () => {
    write(KEY, { reply: "bom dia" });
    write(KEY, { reply: "" });

    expect(useDrafts.getState().drafts).toEqual({});
  });

  test("makes room for the newest: the oldest goes", () => {
    for (let number = 0; number <= 200; number += 1) write(draftKey("ana", String(number)), { reply: "x" });

    expect(Object.keys(useDrafts.getState().drafts)).toHaveLength(200);
    expect(useDrafts.getState().drafts[draftKey("ana", "0")]).toBeUndefined();
  });
});

describe("the server's draft", () => {
  const LATER = "2999-01-01T00:00:00Z";
  const EARLIER = "2001-01-01T00:00:00Z";

  test("is taken where nothing is written here, and where it is newer", () => {
    takeServers(KEY, { body: "do celular", updated_at: EARLIER });
    expect(draft().reply).toBe("do celular");

    takeServers(KEY, { body: "mais novo", updated_at: LATER });
    expect(draft().reply).toBe("mais novo");
  });

  test("never takes newer words away", () => {
    write(KEY, { reply: "escrito agora", note: "nota" });
    takeServers(KEY, { body: "velho", updated_at: EARLIER });
    takeServers(KEY, { body: "", updated_at: LATER });

    expect(draft()).toMatchObject({ reply: "escrito agora", note: "nota" });
  });

  test("is no news where it is the same", () => {
    expect(isServersNewer({ ...draft(), reply: "igual" }, { body: "igual", updated_at: LATER })).toBe(false);
  });
});
