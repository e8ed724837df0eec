import type { QueryClient } from "@tanstack/react-query";
import { create } from "zustand";
import { ApiError } from "@/lib/api-error";
import { flowQuery } from "@/api/flows/get-flow";
import type { Schema } from "@/api/types";
import { updateFlow } from "../api/update-flow";
import { isSameDocument } from "../utils/differences";
import { forgetDraft, keepDraft } from "../utils/kept-draft";
import { movesBetween } from "../utils/moves";
import { refusalsOf } from "../utils/refusals";
import { drawableOf, isDirty, useEditor, type Draft } from "./editor";
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

/** Takes note of what the server has now; where it does not go together with the draft, the next save finds the conflict. */
export function followServer(view: Schema<"FlowView">): void {
  takeIn(view);
}

/** Takes in what the server has beyond what we know, where it goes together with the draft; says whether it does.
 *
 * Publishing and writing tests count the version up only. Where nodes are drawn goes together with everything: what one
 * moved and another did not is where the one has put it.
 */
function takeIn(view: Schema<"FlowView">): boolean {
  const { flowId, version, saved, document, about, followMoves, replaceDocument } = useEditor.getState();
  if (view.id !== flowId || view.version <= version) return false;
  const theirs = drawableOf(view);
  if (isSameButForPlaces(theirs, saved)) followMoves(movesBetween(saved.document, theirs.document), view.version);
  else if (isSameButForPlaces({ document, about }, saved))
    replaceDocument(view, movesBetween(saved.document, document));
  else return false;
  return true;
}

function isSameButForPlaces(one: Draft, other: Draft): boolean {
  const isSameAbout = one.about.description === other.about.description && one.about.priority === other.about.priority;
  return isSameAbout && isSameDocument(one.document, other.document);
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
    if (error.status === 409 && (await goesTogether(client, flowId))) return send(client, flowId);
    onRefused(error);
    return false;
  }
}

/** Whether the lost race was none: the draft holds what the server has now, too. */
async function goesTogether(client: QueryClient, flowId: string): Promise<boolean> {
  const { version } = useEditor.getState();
  const view = await client.fetchQuery({ ...flowQuery(flowId), staleTime: 0 }).catch(() => null);
  if (!view) return false;
  return takeIn(view) || useEditor.getState().version > version;
}

function onRefused(error: ApiError): void {
  const { document, setSaveState } = useEditor.getState();
  keepUnsaved();
  if (error.status === 409) return setSaveState("conflict");
  if (error.isPassing) return setSaveState("offline");
  useRefusals.setState({ refusals: refusalsOf(error, document) });
  setSaveState("refused");
}
