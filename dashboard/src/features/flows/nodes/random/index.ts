import { Split } from "lucide-react";
import { lazy } from "react";
import { formatShare } from "@/lib/format";
import { defineKind } from "../kind";
import { sharesOf, type RandomData } from "./model";

/** Goes one of several ways by chance: an A/B test. */
export const random = defineKind<RandomData>({
  type: "random",
  group: "logic",
  icon: Split,
  tone: "bg-chart-3/15 text-chart-3",
  create: () => ({
    branches: [
      { id: "a", weight: 1 },
      { id: "b", weight: 1 },
    ],
  }),
  summary: (data) => {
    const shares = sharesOf(data.branches ?? []);
    return (data.branches ?? []).map((branch, place) => `${branch.id} ${formatShare(shares[place] ?? 0)}`).join(" · ");
  },
  outputs: (data) => {
    const ids = (data.branches ?? []).map((branch) => branch.id);
    return ids.flatMap((id, place) => (id && ids.indexOf(id) === place ? [{ handle: id, label: id }] : []));
  },
  Form: lazy(async () => ({ default: (await import("./form")).RandomForm })),
});
