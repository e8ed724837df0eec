import { GitBranch } from "lucide-react";
import { lazy } from "react";
import { shorten } from "../fields";
import { defineKind, type FlowsT, type Output } from "../kind";
import { casesOf, takesValue, type Case, type ConditionData } from "./model";

/** Goes by the first case that is true. */
export const condition = defineKind<ConditionData>({
  type: "condition",
  group: "logic",
  icon: GitBranch,
  tone: "bg-chart-3/15 text-chart-3",
  create: () => ({ cases: [{ id: "sim", variable: "", operator: "eq", value: "" }] }),
  summary: (data, t) =>
    casesOf(data)
      .map((one) => told(one, t))
      .filter(Boolean)
      .slice(0, 2)
      .join(" · "),
  outputs: (data, t) => [
    ...ways(casesOf(data)),
    { handle: "else", label: t("flow-nodes:ways.else"), aliases: ["false"] },
  ],
  Form: lazy(async () => ({ default: (await import("./form")).ConditionForm })),
});

function told(one: Case, t: FlowsT): string {
  if (one.expression) return shorten(one.expression, 60);
  if (!one.variable) return "";
  const operator = t(`flow-nodes:operators.${one.operator ?? "eq"}`);
  const value = takesValue(one.operator ?? "eq") ? String(one.value ?? "") : "";
  return shorten(`${one.variable} ${operator} ${value}`, 60);
}

function ways(cases: readonly Case[]): Output[] {
  const ids = cases.map((one) => one.id);
  return ids.flatMap((id, place) => (id && ids.indexOf(id) === place ? [{ handle: id, label: id }] : []));
}
