import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { redo, undo, useEditor } from "../stores/editor";
import { saveDraft } from "../stores/saver";
import { useView } from "../stores/view";
import { isElsewhere } from "../utils/key-target";

/** The keys of the editor, wherever the focus is but in a field or a window. */
export function useEditorKeys(isReadOnly: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const hasCtrl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (hasCtrl && key === "f" && !event.shiftKey) return does(event, () => useView.getState().setSearching(true));
      if (hasCtrl && key === "s") return does(event, () => void saveDraft(client));
      if (isElsewhere(event)) return;
      const act = actOf(event, key, hasCtrl, isReadOnly);
      if (act) does(event, act);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [client, isReadOnly]);
}

function does(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}

function actOf(event: KeyboardEvent, key: string, hasCtrl: boolean, isReadOnly: boolean): (() => void) | null {
  const { selectAll, duplicate, removeSelection, selection, select } = useEditor.getState();
  const hasSelection = selection.nodes.length + selection.edges.length > 0;
  if (hasCtrl && key === "a") return selectAll;
  if (key === "escape") return hasSelection ? () => select({}) : null;
  if (isReadOnly) return null;
  if (hasCtrl && key === "z") return event.shiftKey ? redo : undo;
  if (hasCtrl && key === "y") return redo;
  if (hasCtrl && key === "d") return duplicate;
  if (!hasCtrl && (key === "delete" || key === "backspace")) return hasSelection ? removeSelection : null;
  return null;
}
