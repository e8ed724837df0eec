import { z } from "zod";
import type { Schema } from "@/api/types";

const told = z.object({
  import_id: z.string(),
  state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
  tally: z.object({
    rows_read: z.number(),
    created: z.number(),
    updated: z.number(),
    skipped: z.number(),
    refused: z.number(),
  }),
  total_rows: z.number().nullish(),
});

/** What an `import_progress` says; null for anything else. */
export type ImportNews = z.infer<typeof told>;
export const readNews = (data: unknown): ImportNews | null => told.safeParse(data).data ?? null;

type Counted = Pick<
  Schema<"ImportRow">,
  "state" | "rows_read" | "total_rows" | "created" | "updated" | "skipped" | "refused"
>;

/** Whether nothing more becomes of an import. */
export const isOver = (state: Counted["state"]): boolean => state !== "queued" && state !== "running";

/** An import with newer counts; news that are late take nothing back. That it is over is believed once it was read
 * again: the news do not bring what was found in the file. */
export function withNews<Row extends Counted>(row: Row, news: ImportNews): Row {
  if (isOver(row.state) || news.tally.rows_read < row.rows_read) return row;
  const state = isOver(news.state) ? row.state : news.state;
  return { ...row, ...news.tally, state, total_rows: news.total_rows ?? row.total_rows };
}

/** How far an import is, of a hundred; null where nobody knows how many rows there are. */
export function shareOf({ rows_read, total_rows, state }: Counted): number | null {
  if (state === "done") return 100;
  if (!total_rows) return null;
  return Math.min(99, Math.floor((rows_read / total_rows) * 100));
}
