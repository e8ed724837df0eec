import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useEditor } from "../stores/editor";
import { useView } from "../stores/view";
import { fragmentOf, fragmentText, readFragment } from "../utils/clipboard";
import { isElsewhere } from "../utils/key-target";

/** Copies, cuts and pastes parts of flows by the clipboard of the system, so that they go from one flow to another. */
export function useClipboard(isReadOnly: boolean): void {
  const { pasteText } = useClipboardActions();
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (isElsewhere(event) || hasTextSelected()) return;
      const text = selectedText();
      if (!text) return;
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      if (event.type === "cut" && !isReadOnly) useEditor.getState().removeSelection();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isElsewhere(event) || isReadOnly) return;
      event.preventDefault();
      pasteText(event.clipboardData?.getData("text/plain") ?? "");
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [isReadOnly, pasteText]);
}

/** The same for buttons. */
export function useClipboardActions() {
  const { t } = useTranslation("flows");
  return useMemo(() => {
    const pasteText = (text: string) => {
      const fragment = readFragment(text);
      const ids = fragment ? useEditor.getState().paste(fragment) : [];
      if (!ids.length) toast.error(t("editor.clipboard.nothing"));
      else if (ids[0]) useView.getState().revealOnCanvas("node", ids[0]);
    };
    const copy = async () => {
      const text = selectedText();
      if (!text) return;
      await navigator.clipboard.writeText(text).then(
        () => toast.success(t("editor.clipboard.copied")),
        () => toast.error(t("editor.clipboard.refused")),
      );
    };
    const paste = () =>
      navigator.clipboard.readText().then(pasteText, () => toast.error(t("editor.clipboard.refused")));
    return { copy, paste, pasteText };
  }, [t]);
}

function selectedText(): string | null {
  const { document, selection } = useEditor.getState();
  return selection.nodes.length ? fragmentText(fragmentOf(document, selection.nodes)) : null;
}

/** Whether a text beside the canvas is selected, which is then what is copied. */
function hasTextSelected(): boolean {
  const selected = document.getSelection();
  if (!selected || selected.isCollapsed) return false;
  return !selected.anchorNode?.parentElement?.closest(".flow-canvas") && selected.toString().trim() !== "";
}
