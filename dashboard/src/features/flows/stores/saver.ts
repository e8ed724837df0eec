import type { QueryClient } from "@tanstack/react-query";
import { create } from "zustand";
import { ApiError } from "@/lib/api-error";
import { flowQuery } from "@/api/flows/get-flow";
import type { Schema } from "@/api/types";
import { updateFlow } from "../api/update-flow";
import { isSameDocument } from "../utils/differences";
import { forgetDraft, keepDraft } from "../utils/kept-draft";
import { refusalsOf } from "../utils/refusals";
import { draftOf, isDirty, useEditor } from "./editor";
import type { Remark } from "./findings";

/** What the server said against the draft; empty once it has taken one. */
export const useRefusals = create<{ refusals: readonly Remark[] }>()(() => ({ refusals: [] }));

let running: Promise<boolean> | null = null;

/** Saves the draft, once at a time; gives whether the server has all of it now. */
export async function saveDraft(client: QueryClient): Promise<boolean> {
  if (running) await running;
  const state = useEditor.getState();
  if (!state.flowId || !isDirty(state)) return true;
  if (state.saveState === "conflict") return false;
  running = send(client, state.flowId).finally(() => {
    running = null;
  });
  return running;
}

/** Keeps what is not saved in this browser. */
export function keepUnsaved(): void {
  const state = useEditor.getState();
  if (!state.flowId || !isDirty(state)) return;
  const { document, about, version } = state;
  keepDraft(state.flowId, { document, about, version, at: new Date().toISOString() });
}

/** Takes note of what the server has now. Publishing and writing tests count the version up and leave the draft as it
 * was; what somebody else changed is shown where nothing is unsaved here, else the next save finds the conflict. */
export function followServer(view: Schema<"FlowView">): void {
  const state = useEditor.getState();
  if (view.id !== state.flowId || view.version <= state.version) return;
  if (isAsSaved(view)) useEditor.setState({ version: view.version });
  else if (!isDirty(state)) state.replaceDocument(view);
}

function isAsSaved(view: Schema<"FlowView">): boolean {
  const { saved } = useEditor.getState();
  const { document, about } = draftOf(view);
  const isSameAbout = about.description === saved.about.description && about.priority === saved.about.priority;
  return isSameAbout && isSameDocument(document, saved.document);
}

async function send(client: QueryClient, flowId: string): Promise<boolean> {
  const { document, about, version, setSaveState } = useEditor.getState();
  setSaveState("saving");
  try {
    const view = await updateFlow(flowId, version, { document, name: document.name || undefined, ...about });
    if (useEditor.getState().flowId !== flowId) return true;
    useEditor.getState().markSaved({ document, about }, view.version);
    useRefusals.setState({ refusals: [] });
    client.setQueryData(["flows", flowId], view);
    void client.invalidateQueries({ queryKey: ["flows", "list"] });
    const isAll = !isDirty(useEditor.getState());
    if (isAll) forgetDraft(flowId);
    return isAll;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (useEditor.getState().flowId !== flowId) return false;
    if (error.status === 409 && (await isOnlyCounted(client, flowId, version))) return send(client, flowId);
    onRefused(error);
    return false;
  }
}

/** Whether the lost race was none: the version was counted up, and the draft is the one that we know. */
async function isOnlyCounted(client: QueryClient, flowId: string, version: number): Promise<boolean> {
  const view = await client.fetchQuery({ ...flowQuery(flowId), staleTime: 0 }).catch(() => null);
  if (!view || view.version <= version || !isAsSaved(view)) return false;
  useEditor.setState({ version: view.version });
  return true;
}

function onRefused(error: ApiError): void {
  const { document, setSaveState } = useEditor.getState();
  keepUnsaved();
  if (error.status === 409) return setSaveState("conflict");
  if (error.isPassing) return setSaveState("offline");
  useRefusals.setState({ refusals: refusalsOf(error, document) });
  setSaveState("refused");
}
