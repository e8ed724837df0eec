import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countFilters, FILTERS, filtersOf, queryOf, viewOf, VIEWS, withFilters, withoutFilters } from "./filters";

const at = (search: string) => new URLSearchParams(search);

describe("a view", () => {
  test("is all that is open when the address names none, or one that there is not", () => {
    expect([viewOf(at("")), viewOf(at("view=spam"))]).toEqual(["open", "open"]);
  });

  test.each([
    ["mine", { status: "active,waiting", assigned_to: "me", snoozed: false }],
    ["waiting", { status: "waiting", snoozed: false, sort: "waiting_since", order: "asc" }],
    ["mentions", { mentioned: "me" }],
    ["resolved", { status: "resolved" }],
  ])("%s asks the API for what it is", (view, query) => {
    expect(queryOf(at(`view=${view}`))).toEqual(query);
  });
});

describe("filters", () => {
  test("narrow the view, and the sort replaces its own", () => {
    expect(
      queryOf(at("view=waiting&priority=urgent&unread=true&window=closing&sort=last_message_at:asc&q=bia")),
    ).toEqual({
      status: "waiting",
      snoozed: false,
      priority: "urgent",
      unread: true,
      window: "closing",
      sort: "last_message_at",
      order: "asc",
      q: "bia",
    });
  });

  test("take the whole of the last day in", () => {
    const { last_message_since: since, last_message_until: until } = queryOf(
      at("last_message_since=2026-11-12&last_message_until=2026-11-12"),
    );

    expect(Date.parse(until ?? "") - Date.parse(since ?? "")).toBe(86_400_000);
  });

  test("that mean nothing are left out", () => {
    expect(
      filtersOf(at("window=ajar&unread=maybe&created_since=yesterday&created_until=2026-99-99&sort=size:up&utm=x")),
    ).toEqual({});
  });

  test("are counted without search and order", () => {
    expect(countFilters(at("q=bia&sort=priority:desc&tag=vip&unread=true"))).toBe(2);
  });

  test("are changed one at a time, and cleared with the view kept", () => {
    const changed = withFilters(at("view=mine&tag=vip"), { tag: null, priority: "high" });

    expect(changed.toString()).toBe("view=mine&priority=high");
    expect(withoutFilters(changed).toString()).toBe("view=mine");
  });

  test("of any address never make a query that is not known to the API", () => {
    const known = new Set([...FILTERS, "order", "status", "handler", "snoozed", "needs_attention", "mentioned"]);
    const entry = fc.tuple(
      fc.constantFrom("view", ...FILTERS, "x"),
      fc.oneof(fc.constantFrom(...VIEWS, "2026-01-02"), fc.string()),
    );
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(Object.keys(queryOf(new URLSearchParams(entries))).filter((name) => !known.has(name))).toEqual([]);
      }),
    );
  });
});
