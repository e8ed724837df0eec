import type { ApiError } from "@/lib/api-error";
import type { Remark } from "../stores/findings";
import type { FlowDocument } from "./document";

const PLACE = /^(?:document\.)?(nodes|edges)\[(\d+)\]\.?(.*)$/;

/** What the server refused a draft for, each at the node or edge that it is about. */
export function refusalsOf(error: ApiError, document: FlowDocument): Remark[] {
  if (!error.details.length) return [{ code: error.code, message: error.message, severity: "error" }];
  return error.details.map(({ field, message }) => {
    const [, kind, index, place] = PLACE.exec(field) ?? [];
    const base = { code: "refused", message, severity: "error" } as const;
    if (kind === "nodes") return { ...base, node: document.nodes[Number(index)]?.id ?? null, place: place || null };
    if (kind === "edges") return { ...base, edge: document.edges[Number(index)]?.id ?? null, place: place || null };
    return { ...base, place: field };
  });
}
