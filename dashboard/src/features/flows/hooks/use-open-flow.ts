import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { useEditor } from "../stores/editor";
import { useFindings } from "../stores/findings";
import { useRefusals } from "../stores/saver";
import { keptDraft } from "../utils/kept-draft";

/** Opens a flow once it has come, with what this browser kept of it. What was kept of an older version than the server
 * has now waits for a decision. */
export function useOpenFlow(flowId: string, view: Schema<"FlowView"> | undefined): void {
  const { t } = useTranslation("flows");
  const isHere = view !== undefined;
  useEffect(() => {
    if (!view || useEditor.getState().flowId === flowId) return;
    const kept = keptDraft(flowId);
    useRefusals.setState({ refusals: [] });
    useFindings.getState().setFindings([], false);
    useEditor.getState().open(view, kept ? { document: kept.document, about: kept.about } : undefined);
    if (kept && kept.version === view.version) toast.info(t("editor.save.recovered"));
    else if (kept) useEditor.getState().setSaveState("conflict");
  }, [flowId, isHere, view, t]);
  useEffect(
    () => () => {
      if (useEditor.getState().flowId === flowId) useEditor.setState({ flowId: null });
    },
    [flowId],
  );
}
