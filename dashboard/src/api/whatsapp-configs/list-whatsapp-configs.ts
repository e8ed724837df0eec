import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** The company's WhatsApp numbers. Needs whatsapp:manage. */
export const whatsappConfigsQuery = queryOptions({
  queryKey: ["whatsapp-configs", "list"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/whatsapp-configs", { params: { query: { limit: 100 } }, signal })),
  select: (page) => page.items,
});
