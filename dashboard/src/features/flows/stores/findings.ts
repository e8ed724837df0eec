import { create } from "zustand";
import type { Finding } from "../api/get-findings";
import { groupBy } from "../utils/group-by";

/** A finding, or what the server refused a draft for. */
export type Remark = Pick<Finding, "code" | "message" | "node" | "edge" | "place"> & { severity: "error" | "warning" };

type Groups = ReadonlyMap<string, readonly Remark[]>;

type Findings = {
  all: readonly Remark[];
  byNode: Groups;
  byEdge: Groups;
  /** Whether the check has looked at what is on the screen. */
  isCurrent: boolean;
  setFindings: (all: readonly Remark[], isCurrent: boolean) => void;
};

/** What is said of each; who is told the same as before keeps the list, and is not drawn again. */
const grouped = (all: readonly Remark[], place: "node" | "edge", before: Groups): Groups => {
  const found = groupBy(
    all.filter((remark) => remark[place]),
    (remark) => remark[place] ?? "",
  );
  return new Map([...found].map(([id, remarks]) => [id, kept(before.get(id), remarks)]));
};

const kept = (before: readonly Remark[] | undefined, now: readonly Remark[]): readonly Remark[] =>
  before && JSON.stringify(before) === JSON.stringify(now) ? before : now;

/** What the check says of the draft, for the cards and the panels. */
export const useFindings = create<Findings>()((set) => ({
  all: [],
  byNode: new Map(),
  byEdge: new Map(),
  isCurrent: false,
  setFindings: (all, isCurrent) =>
    set(({ byNode, byEdge }) => ({
      all,
      isCurrent,
      byNode: grouped(all, "node", byNode),
      byEdge: grouped(all, "edge", byEdge),
    })),
}));

/** How many refuse the publish, and how many only warn. */
export function countFindings(all: readonly Remark[]): { errors: number; warnings: number } {
  const errors = all.filter((remark) => remark.severity === "error").length;
  return { errors, warnings: all.length - errors };
}
