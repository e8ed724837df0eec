import { z } from "zod";

const told = z
  .object({
    fields: z.array(z.string()).optional(),
    tags: z.array(z.string()).optional(),
    purpose: z.string().optional(),
    source: z.string().optional(),
    reason: z.string().optional(),
  })
  .partial();

/** What an entry of the story says besides its kind: which fields changed, which tags, for what a consent is. */
export function detailOf({ data }: { data: unknown }): { fields?: string[]; text?: string; purpose?: string } {
  const read = told.safeParse(data).data;
  if (!read) return {};
  return {
    ...(read.fields ? { fields: read.fields } : {}),
    ...(read.tags?.length ? { text: read.tags.join(", ") } : {}),
    ...(read.purpose ? { purpose: read.purpose } : {}),
  };
}
