import { useEffect } from "react";
import { whenIdle } from "@/lib/when-idle";
import { loadBulkBar } from "../components/actions/bulk-bar-later";
import { loadConversationPane } from "../components/conversation-pane-later";
import { loadFilterForm } from "../components/list/filter-form-later";

/** Fetches what is likely to be opened next, once the list is there: what is opened then is there at once. */
export function useFetchAhead({ isListThere }: { isListThere: boolean }): void {
  useEffect(() => {
    if (!isListThere) return;
    return whenIdle(() => void Promise.allSettled([loadConversationPane(), loadFilterForm(), loadBulkBar()]));
  }, [isListThere]);
}
