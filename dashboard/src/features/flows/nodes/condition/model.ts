import { z } from "zod";
import { text, without } from "../fields";
import { repeated, type Problem } from "../problems";

export const OPERATORS = [
  "eq",
  "neq",
  "gt",
  "gte",
  "lt",
  "lte",
  "contains",
  "not_contains",
  "starts_with",
  "ends_with",
  "in",
  "not_in",
  "is_empty",
  "is_not_empty",
  "is_set",
  "is_not_set",
] as const;
export type Operator = (typeof OPERATORS)[number];

const comparison = {
  expression: text,
  variable: text,
  operator: z.enum(OPERATORS).optional(),
  value: z.unknown().optional(),
};
const caseSchema = z.looseObject({ id: text, ...comparison });
export const conditionSchema = z.looseObject({ cases: z.array(caseSchema).optional(), ...comparison });

export type ConditionData = z.infer<typeof conditionSchema>;
export type WrittenCase = z.infer<typeof caseSchema>;
/** One way: an expression, or a variable compared with a value. */
export type Case = WrittenCase & { id: string };

const UNARY: readonly Operator[] = ["is_empty", "is_not_empty", "is_set", "is_not_set"];

/** Whether an operator compares with something. */
export function takesValue(operator: Operator): boolean {
  return !UNARY.includes(operator);
}

/** Every case, as the engine reads them: a comparison beside them is the case `true`; one without an id is named by
 * its place, from one. */
export function casesOf(data: ConditionData): Case[] {
  const cases = data.cases ?? [];
  if (!data.expression && !data.variable)
    return cases.map((one, place) => ({ ...one, id: one.id || String(place + 1) }));
  const { expression, variable, operator, value } = data;
  return [{ id: "true", expression, variable, operator, value }, ...cases.map((one) => ({ ...one, id: one.id ?? "" }))];
}

/** The data with these cases, all in the list. */
export function withCases(data: ConditionData, cases: readonly Case[]): ConditionData {
  return { ...without(data, "expression", "variable", "operator", "value"), cases: [...cases] };
}

/** What publishing would refuse. */
export function conditionProblems(data: ConditionData): Problem[] {
  const cases = casesOf(data);
  const ids = cases.map((one) => one.id);
  return [
    ...(cases.length ? [] : [{ code: "no_cases", path: "cases" }]),
    ...cases.flatMap(caseProblems),
    ...repeated(ids).map((id) => ({
      code: "same_choice_twice",
      path: `cases[${ids.lastIndexOf(id)}].id`,
      params: { id },
    })),
  ];
}

function caseProblems(one: Case, place: number): Problem[] {
  if (one.expression) return [];
  const path = `cases[${place}]`;
  if (!one.variable)
    return [{ code: "empty_case", path: `${path}.${one.expression === undefined ? "variable" : "expression"}` }];
  const compares = takesValue(one.operator ?? "eq");
  return compares && (one.value === undefined || one.value === null)
    ? [{ code: "empty_value", path: `${path}.value` }]
    : [];
}
