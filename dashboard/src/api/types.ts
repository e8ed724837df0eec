import type { components } from "./schema";

/** A type of the API by its name in the OpenAPI document: `Schema<"ConversationRow">`. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** One page of any list. `next_cursor` is null at the end; `total` is null in pages by cursor. */
export type Page<Item> = {
  items: Item[];
  page?: number | null;
  limit: number;
  total?: number | null;
  next_cursor?: string | null;
};
