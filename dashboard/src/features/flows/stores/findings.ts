import { create } from "zustand";
import type { Finding } from "../api/get-findings";

/** A finding, or what the server refused a draft for. */
export type Remark = Pick<Finding, "code" | "message" | "node" | "edge" | "place"> & { severity: "error" | "warning" };

type Findings = {
  all: readonly Remark[];
  byNode: ReadonlyMap<string, readonly Remark[]>;
  byEdge: ReadonlyMap<string, readonly Remark[]>;
  /** Whether the check has looked at what is on the screen. */
  isCurrent: boolean;
  setFindings: (all: readonly Remark[], isCurrent: boolean) => void;
};

const grouped = (all: readonly Remark[], place: "node" | "edge"): Map<string, Remark[]> => {
  const found = new Map<string, Remark[]>();
  for (const remark of all) {
    const id = remark[place];
    if (id) found.set(id, [...(found.get(id) ?? []), remark]);
  }
  return found;
};

/** What the check says of the draft, for the cards and the panels. */
export const useFindings = create<Findings>()((set) => ({
  all: [],
  byNode: new Map(),
  byEdge: new Map(),
  isCurrent: false,
  setFindings: (all, isCurrent) => set({ all, isCurrent, byNode: grouped(all, "node"), byEdge: grouped(all, "edge") }),
}));

/** How many refuse the publish, and how many only warn. */
export function countFindings(all: readonly Remark[]): { errors: number; warnings: number } {
  const errors = all.filter((remark) => remark.severity === "error").length;
  return { errors, warnings: all.length - errors };
}
