import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type TemplatePreviewInput = Schema<"PreviewTemplateRequest">;

/** A template as the customer will read it, and what is missing or wrong in what it is filled with. */
export const templatePreviewQuery = (templateId: string, input: TemplatePreviewInput) =>
  queryOptions({
    queryKey: ["templates", templateId, "preview", input],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST("/api/v1/whatsapp/templates/{template_id}/preview", {
          params: { path: { template_id: templateId } },
          body: input,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
