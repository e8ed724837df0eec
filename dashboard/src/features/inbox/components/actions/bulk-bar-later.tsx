import { later } from "@/components/later";

/** It comes with the first tick, and is there by then. */
export const { Component: BulkBar, load: loadBulkBar } = later(async () => (await import("./bulk-bar")).BulkBar);
