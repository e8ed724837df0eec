import { z } from "zod";
import type { Draft } from "../stores/editor";
import { readDocument } from "./document";

/** A draft that the server does not have yet, as this browser keeps it; `version` is what it was made from. */
export type KeptDraft = Draft & { version: number; at: string };

const keyOf = (flowId: string): string => `pytake.flow-draft.${flowId}`;

const shape = z.object({
  version: z.number().int(),
  at: z.string(),
  document: z.looseObject({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) }),
  about: z.object({ description: z.string(), priority: z.number() }),
});

/** Keeps a draft in this browser. A full storage keeps nothing: false. */
export function keepDraft(flowId: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(flowId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Gives what this browser keeps of a flow, if it can be read. */
export function keptDraft(flowId: string): KeptDraft | null {
  try {
    const read = shape.safeParse(JSON.parse(localStorage.getItem(keyOf(flowId)) ?? "null"));
    return read.success ? { ...read.data, document: readDocument(read.data.document) } : null;
  } catch {
    return null;
  }
}

/** Forgets it. */
export function forgetDraft(flowId: string): void {
  localStorage.removeItem(keyOf(flowId));
}
