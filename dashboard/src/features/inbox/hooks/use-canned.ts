import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { cannedResponsesQuery, type CannedResponse } from "@/api/canned-responses/list-canned-responses";
import { renderedResponseQuery } from "@/api/canned-responses/render-canned-response";
import { tellError } from "@/lib/tell-error";
import type { OutgoingContent } from "../stores/outgoing";
import { cannedSearch, filterCanned } from "../utils/canned";
import { useSuggestions } from "./use-suggestions";

const MOST_SHOWN = 12;

type Takers = {
  onText: (text: string) => void;
  /** A response that is more than words: a picture, buttons. It is looked at before it is sent. */
  onPrepared: (content: OutgoingContent) => void;
};

/** Canned responses while `/` and a shortcut are written; the one that is taken is filled in for this contact. */
export function useCanned(conversationId: string, text: string, { onText, onPrepared }: Takers) {
  const client = useQueryClient();
  const { t } = useTranslation("inbox");
  const search = cannedSearch(text);
  const all = useQuery({ ...cannedResponsesQuery(), enabled: search !== null }).data;
  const items = search === null ? [] : filterCanned(all ?? [], search).slice(0, MOST_SHOWN);
  const take = async (response: CannedResponse) => {
    try {
      const { content, warnings } = await client.fetchQuery(renderedResponseQuery(response.id, conversationId));
      if (content.type === "text") onText(content.body);
      else {
        onText("");
        onPrepared(content);
      }
      if (warnings.length) toast.warning(t("composer.canned.blanks"), { description: warnings.join("\n") });
    } catch (error) {
      tellError(error);
    }
  };
  const suggestions = useSuggestions(items, search, (response) => void take(response));
  return { items, suggestions, take, isEmpty: search !== null && all?.length === 0 };
}
