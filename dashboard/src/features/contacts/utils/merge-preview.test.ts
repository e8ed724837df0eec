import { describe, expect, test } from "vitest";
import type { Contact } from "@/api/contacts/get-contact";
import { mergePreview } from "./merge-preview";

const contact = (given: Partial<Contact>): Contact => ({
  id: "a",
  name: null,
  phone: null,
  email: null,
  username: null,
  language: null,
  time_zone: null,
  lifecycle_stage: "lead",
  lead_score: 0,
  attributes: {},
  source: "manual",
  blocked_at: null,
  first_seen_at: null,
  last_seen_at: null,
  created_at: "2026-11-01T00:00:00Z",
  updated_at: "2026-11-01T00:00:00Z",
  version: 0,
  identities: [],
  consents: [],
  engagement: {
    conversations: 0,
    open_conversations: 0,
    messages_in: 0,
    messages_out: 0,
    first_seen_at: null,
    last_seen_at: null,
    average_first_response_seconds: null,
    csat: null,
  },
  merges: 0,
  ...given,
});
const lineOf = (kept: Partial<Contact>, merged: Partial<Contact>, field: string) =>
  mergePreview(contact(kept), contact(merged)).find((row) => row.field === field);

describe("mergePreview", () => {
  test("keeps the kept one's own values", () => {
    expect(lineOf({ name: "Ana" }, { name: "Ana S." }, "name")).toMatchObject({ source: "kept", result: "Ana" });
  });

  test("takes what the kept one lacks", () => {
    expect(lineOf({}, { email: "a@x.example" }, "email")).toMatchObject({ source: "merged", result: "a@x.example" });
  });

  test("writes to the phone that was used last", () => {
    const [early, late] = ["2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"];
    const phones = [
      { phone: "5511", last_seen_at: early },
      { phone: "5521", last_seen_at: late },
    ] as const;

    expect(lineOf(phones[0], phones[1], "phone")).toMatchObject({ source: "merged", result: "5521" });
    expect(lineOf(phones[1], phones[0], "phone")).toMatchObject({ source: "kept", result: "5521" });
    expect(lineOf({ phone: "5511" }, { phone: "5521" }, "phone")).toMatchObject({ source: "kept", result: "5511" });
  });

  test("adds up points and puts tags together, each once", () => {
    const tag = (name: string) => ({ id: name, name, color: "#000000" });

    expect(lineOf({ lead_score: 5 }, { lead_score: 7 }, "lead_score")?.result).toBe(12);
    expect(lineOf({ tags: [tag("vip")] }, { tags: [tag("vip"), tag("novo")] }, "tags")?.result).toEqual([
      "vip",
      "novo",
    ]);
  });

  test("stays blocked when either was, and keeps the stage of the kept one", () => {
    expect(lineOf({}, { blocked_at: "2026-11-01T00:00:00Z" }, "blocked_at")).toMatchObject({ source: "merged" });
    expect(lineOf({}, { lifecycle_stage: "customer" }, "lifecycle_stage")?.result).toBe("lead");
  });

  test("decides each custom field by itself", () => {
    const [kept, merged] = [{ attributes: { plano: "ouro" } }, { attributes: { plano: "prata", cidade: "Natal" } }];

    expect(lineOf(kept, merged, "attributes.plano")).toMatchObject({ source: "kept", result: "ouro" });
    expect(lineOf(kept, merged, "attributes.cidade")).toMatchObject({ source: "merged", result: "Natal" });
  });

  test("says nothing of what neither has", () => {
    expect(lineOf({}, {}, "email")).toBeUndefined();
  });
});
