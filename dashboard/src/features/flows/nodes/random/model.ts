import { z } from "zod";
import { MAX_BRANCHES, MAX_WEIGHT } from "../limits";
import { repeated, type Problem } from "../problems";

const branchSchema = z.looseObject({ id: z.string(), weight: z.number().min(0).max(MAX_WEIGHT).optional() });
export const randomSchema = z.looseObject({ branches: z.array(branchSchema).optional() });

export type RandomData = z.infer<typeof randomSchema>;
export type Branch = z.infer<typeof branchSchema>;

/** How much of all goes each way; of nothing, nothing. */
export function sharesOf(branches: readonly Branch[]): number[] {
  const total = branches.reduce((sum, branch) => sum + (branch.weight ?? 1), 0);
  return branches.map((branch) => (total > 0 ? (branch.weight ?? 1) / total : 0));
}

/** What publishing would refuse. */
export function randomProblems(data: RandomData): Problem[] {
  const branches = data.branches ?? [];
  const ids = branches.map((branch) => branch.id);
  return [
    ...(branches.some((branch) => (branch.weight ?? 1) > 0) ? [] : [{ code: "no_branches", path: "branches" }]),
    ...(branches.length > MAX_BRANCHES
      ? [{ code: "too_many_branches", path: "branches", params: { limit: MAX_BRANCHES } }]
      : []),
    ...repeated(ids).map((id) => ({
      code: "same_choice_twice",
      path: `branches[${ids.lastIndexOf(id)}].id`,
      params: { id },
    })),
  ];
}
