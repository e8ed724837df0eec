import { z } from "zod";

export const PRIORITIES = ["low", "medium", "high", "urgent"] as const;

const texts = z.array(z.string());
const action = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("assign_user"), user_id: z.string() }),
  z.strictObject({ type: z.literal("assign_department"), department_id: z.string() }),
  z.strictObject({ type: z.literal("add_tags"), tag_ids: texts }),
  z.strictObject({ type: z.literal("remove_tags"), tag_ids: texts }),
  z.strictObject({ type: z.literal("set_priority"), priority: z.string() }),
  z.strictObject({ type: z.literal("snooze"), minutes: z.number().int() }),
  z.strictObject({ type: z.literal("resolve"), resolution: z.string().nullable().default(null) }),
  z.strictObject({ type: z.literal("send_text"), text: z.string() }),
  z.strictObject({
    type: z.literal("send_template"),
    name: z.string(),
    language: z.string(),
    parameters: texts.default([]),
  }),
  z.strictObject({ type: z.literal("notify"), user_ids: texts.default([]), words: z.string().default("") }),
  z.strictObject({ type: z.literal("start_flow"), flow_id: z.string() }),
  z.strictObject({ type: z.literal("note"), text: z.string() }),
]);

export type KnownAction = z.infer<typeof action>;
export type ActionType = KnownAction["type"];
/** Something to do; what the form does not know is kept as it is. */
export type Action = KnownAction | { type: "kept"; document: unknown };

export const ACTION_TYPES: readonly ActionType[] = [
  "assign_user",
  "assign_department",
  "add_tags",
  "remove_tags",
  "set_priority",
  "snooze",
  "resolve",
  "send_text",
  "send_template",
  "notify",
  "start_flow",
  "note",
];
/** As many as the API takes. */
export const MAX_ACTIONS = 10;

/** A rule's actions as the form shows them. */
export function readActions(document: unknown): Action[] {
  if (!Array.isArray(document)) return [];
  return document.map((one: unknown): Action => {
    const known = action.safeParse(one);
    return known.success ? known.data : { type: "kept", document: one };
  });
}

/** The documents that the API keeps. */
export function writeActions(actions: readonly Action[]): unknown[] {
  return actions.map((one) => {
    if (one.type === "kept") return one.document;
    if (one.type === "resolve") return one.resolution?.trim() ? one : { type: one.type };
    return one;
  });
}

/** An action of a kind, not yet filled in. */
export function emptyAction(type: ActionType): KnownAction {
  switch (type) {
    case "assign_user":
      return { type, user_id: "" };
    case "assign_department":
      return { type, department_id: "" };
    case "add_tags":
    case "remove_tags":
      return { type, tag_ids: [] };
    case "set_priority":
      return { type, priority: "high" };
    case "snooze":
      return { type, minutes: 60 };
    case "resolve":
      return { type, resolution: null };
    case "send_text":
    case "note":
      return { type, text: "" };
    case "send_template":
      return { type, name: "", language: "pt_BR", parameters: [] };
    case "notify":
      return { type, user_ids: [], words: "" };
    case "start_flow":
      return { type, flow_id: "" };
  }
}

/** Whether an action lacks what it needs. */
export function isIncomplete(one: Action): boolean {
  switch (one.type) {
    case "assign_user":
      return one.user_id === "";
    case "assign_department":
      return one.department_id === "";
    case "add_tags":
    case "remove_tags":
      return one.tag_ids.length === 0;
    case "send_text":
    case "note":
      return one.text.trim() === "";
    case "send_template":
      return one.name === "" || one.language === "";
    case "start_flow":
      return one.flow_id === "";
    default:
      return false;
  }
}
