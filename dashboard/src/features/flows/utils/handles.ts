/** The default way out: in the document the edge has neither `source_handle` nor `condition`. */
export const DEFAULT_HANDLE = "default";

/** Folds a handle as the engine does: accents, case and surrounding blanks do not count. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
