import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Template = Schema<"TemplateRow">;

const LIMIT = 100;

/** The templates that a number may send now, by name; `q` looks in names and texts. */
export const approvedTemplatesQuery = (configId: string, q = "") =>
  queryOptions({
    queryKey: ["templates", "approved", { configId, q }],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/whatsapp/templates", {
          params: {
            query: { whatsapp_config_id: configId, status: "approved", limit: LIMIT, q: q || undefined },
          },
          signal,
        }),
      ),
    select: (page) => page.items,
    staleTime: 60_000,
  });
