import { createContext, use } from "react";
import type { Draft } from "../utils/draft";
import type { Finding } from "../utils/finding";

export type Editor = {
  draft: Draft;
  /** What may not be changed any more: name and language once Meta has it, the category once it is approved. */
  locked: { identity: boolean; category: boolean };
  set: (changes: Partial<Draft>) => void;
  findingsAt: (place: string) => readonly Finding[];
  /** What the API said of a place, until it is changed. */
  toldAt: (place: string) => string | undefined;
};

export const EditorContext = createContext<Editor | null>(null);

/** The template that is being edited around here. */
export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error("A part of the template editor stands outside of it.");
  return editor;
}
