import { describe, expect, test } from "vitest";
import { readNews, shareOf, withNews } from "./progress";

const row = {
  state: "running" as const,
  rows_read: 100,
  total_rows: 400,
  created: 90,
  updated: 0,
  skipped: 5,
  refused: 5,
};
const news = (rows_read: number, state = "running") =>
  readNews({
    import_id: "a",
    user_ids: [],
    state,
    is_dry_run: false,
    tally: { rows_read, created: rows_read, updated: 0, skipped: 0, refused: 0 },
    total_rows: 400,
  })!;

describe("withNews", () => {
  test("takes newer counts", () => {
    expect(withNews(row, news(200))).toMatchObject({ rows_read: 200, created: 200, state: "running" });
  });

  test("leaves it to a reading to say that it is over", () => {
    expect(withNews(row, news(400, "done"))).toMatchObject({ rows_read: 400, state: "running" });
  });

  test("takes nothing back for news that are late", () => {
    expect(withNews(row, news(50))).toEqual(row);
    expect(withNews({ ...row, state: "done" }, news(400))).toMatchObject({ state: "done", rows_read: 100 });
  });
});

test("readNews knows an import's progress from anything else", () => {
  expect([readNews({ contact_id: "a" }), readNews(null)]).toEqual([null, null]);
});

test("shareOf tells how far it is, and the end only at the end", () => {
  expect(shareOf(row)).toBe(25);
  expect(shareOf({ ...row, rows_read: 500 })).toBe(99);
  expect(shareOf({ ...row, total_rows: null })).toBeNull();
  expect(shareOf({ ...row, state: "done" })).toBe(100);
});
