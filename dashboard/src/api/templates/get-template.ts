import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** One template with Meta's own JSON of its parts. */
export const templateQuery = (templateId: string) =>
  queryOptions({
    queryKey: ["templates", templateId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/whatsapp/templates/{template_id}", { params: { path: { template_id: templateId } }, signal }),
      ),
  });
