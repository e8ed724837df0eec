import { describe, expect, test } from "vitest";
import { exportFilterOf, filtersOf, isNarrowed } from "./list-filters";

const read = (text: string) => filtersOf(new URLSearchParams(text));

describe("filtersOf", () => {
  test("reads what the list can be narrowed by", () => {
    expect(read("q=ana&tag=t&segment=s&stage=customer&blocked=no&sort=name&order=asc")).toEqual({
      q: "ana",
      tag: "t",
      segment: "s",
      lifecycle: "customer",
      blocked: false,
      sort: "name",
      order: "asc",
    });
  });

  test("leaves out what the API would refuse", () => {
    expect(read("stage=moon&blocked=perhaps&sort=shoe&order=up&q=%20")).toEqual({ sort: "created_at", order: "desc" });
  });

  test("is narrowed by a filter, not by an order", () => {
    expect([isNarrowed(read("sort=name")), isNarrowed(read("blocked=no"))]).toEqual([false, true]);
  });
});

describe("exportFilterOf", () => {
  test("says the same as the list, the segment's own filter included", () => {
    expect(exportFilterOf(read("segment=s&tag=t&blocked=yes"), { type: "blocked", value: false })).toEqual({
      type: "and",
      filters: [
        { type: "blocked", value: false },
        { type: "tag", tag_id: "t" },
        { type: "blocked", value: true },
      ],
    });
  });

  test("is none where nothing narrows", () => expect(exportFilterOf(read("q=ana"), null)).toBeUndefined());
});
