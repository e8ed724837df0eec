import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isDirty, useEditor } from "../stores/editor";
import { keepUnsaved, saveDraft } from "../stores/saver";

const REST_MS = 1200;
const KEEP_MS = 400;
const AGAIN_MS = 15_000;

/** Saves the draft when it has rested a moment; without a connection keeps it in this browser and tries again. */
export function useAutosave(isOn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOn) return;
    let keeping = 0;
    let saving = 0;
    const save = () =>
      void saveDraft(client).then(() => {
        const state = useEditor.getState();
        if (state.saveState === "offline") schedule(AGAIN_MS);
        else if (state.saveState === "idle" && isDirty(state)) schedule(REST_MS);
      });
    const schedule = (after: number) => {
      window.clearTimeout(saving);
      saving = window.setTimeout(() => isDirty(useEditor.getState()) && save(), after);
    };
    const unsubscribe = useEditor.subscribe((state, before) => {
      if (state.document === before.document && state.about === before.about) return;
      if (!isDirty(state)) return;
      window.clearTimeout(keeping);
      keeping = window.setTimeout(keepUnsaved, KEEP_MS);
      schedule(REST_MS);
    });
    if (isDirty(useEditor.getState())) schedule(REST_MS);
    window.addEventListener("online", save);
    return () => {
      unsubscribe();
      window.removeEventListener("online", save);
      [keeping, saving].forEach((timer) => window.clearTimeout(timer));
      if (isDirty(useEditor.getState())) {
        keepUnsaved();
        void saveDraft(client);
      }
    };
  }, [client, isOn]);
}
