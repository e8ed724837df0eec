import { z } from "zod";
import { MAX_ACTIONS, MAX_POINTS, MAX_TEXT } from "../limits";
import type { Problem } from "../problems";

export const STAGES = ["lead", "prospect", "customer", "churned"] as const;
export const PURPOSES = ["marketing", "support", "billing"] as const;
export const PRIORITIES = ["low", "medium", "high", "urgent"] as const;

const words = z.string().max(MAX_TEXT).optional();
const tagging = { tag: words };
const consent = { purpose: z.enum(PURPOSES).optional(), text: words };

export const actionItemSchema = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("add_tag"), ...tagging }),
  z.looseObject({ type: z.literal("remove_tag"), ...tagging }),
  z.looseObject({ type: z.literal("add_conversation_tag"), ...tagging }),
  z.looseObject({ type: z.literal("remove_conversation_tag"), ...tagging }),
  z.looseObject({
    type: z.literal("set_attribute"),
    name: words,
    value: z.unknown().optional(),
    expression: z.string().nullish(),
  }),
  z.looseObject({ type: z.literal("set_name"), name: words }),
  z.looseObject({ type: z.literal("set_email"), email: words }),
  z.looseObject({ type: z.literal("set_lifecycle_stage"), stage: z.enum(STAGES) }),
  z.looseObject({ type: z.literal("change_lead_score"), points: z.number().int().min(-MAX_POINTS).max(MAX_POINTS) }),
  z.looseObject({ type: z.literal("grant_consent"), ...consent }),
  z.looseObject({ type: z.literal("revoke_consent"), ...consent }),
  z.looseObject({ type: z.literal("set_priority"), priority: z.enum(PRIORITIES) }),
  z.looseObject({ type: z.literal("set_department"), department: words }),
  z.looseObject({ type: z.literal("add_note"), text: words }),
  z.looseObject({ type: z.literal("notify"), text: words, user: words, department: words }),
  z.looseObject({ type: z.literal("block") }),
  z.looseObject({ type: z.literal("start_campaign"), campaign: words }),
]);
export const actionSchema = z.looseObject({ actions: z.array(actionItemSchema).optional() });

export type ActionItem = z.infer<typeof actionItemSchema>;
export type ActionType = ActionItem["type"];
export type ActionOf<Type extends ActionType> = Extract<ActionItem, { type: Type }>;
export type ActionData = z.infer<typeof actionSchema>;

/** What a new action of a type holds. Campaigns are no part of the product yet, so none is offered. */
export const NEW_ACTIONS: Readonly<Record<Exclude<ActionType, "start_campaign">, ActionItem>> = {
  add_tag: { type: "add_tag", tag: "" },
  remove_tag: { type: "remove_tag", tag: "" },
  add_conversation_tag: { type: "add_conversation_tag", tag: "" },
  remove_conversation_tag: { type: "remove_conversation_tag", tag: "" },
  set_attribute: { type: "set_attribute", name: "", value: "" },
  set_name: { type: "set_name", name: "" },
  set_email: { type: "set_email", email: "" },
  set_lifecycle_stage: { type: "set_lifecycle_stage", stage: "lead" },
  change_lead_score: { type: "change_lead_score", points: 10 },
  grant_consent: { type: "grant_consent", purpose: "marketing", text: "{{ response }}" },
  revoke_consent: { type: "revoke_consent", purpose: "marketing", text: "{{ response }}" },
  set_priority: { type: "set_priority", priority: "high" },
  set_department: { type: "set_department", department: "" },
  add_note: { type: "add_note", text: "" },
  notify: { type: "notify", text: "" },
  block: { type: "block" },
};

/** The field without which an action does nothing. */
const NEEDED: Partial<Record<ActionType, string>> = {
  add_tag: "tag",
  remove_tag: "tag",
  add_conversation_tag: "tag",
  remove_conversation_tag: "tag",
  set_attribute: "name",
  set_name: "name",
  set_email: "email",
  set_department: "department",
  add_note: "text",
  notify: "text",
};

/** What publishing would refuse. */
export function actionProblems(data: ActionData): Problem[] {
  const actions = data.actions ?? [];
  return [
    ...(actions.length ? [] : [{ code: "no_actions", path: "actions" }]),
    ...(actions.length > MAX_ACTIONS
      ? [{ code: "too_many_actions", path: "actions", params: { limit: MAX_ACTIONS } }]
      : []),
    ...actions.flatMap(itemProblems),
  ];
}

function itemProblems(item: ActionItem, place: number): Problem[] {
  if (item.type === "start_campaign") return [{ code: "campaigns_missing", path: `actions[${place}]` }];
  const needed = NEEDED[item.type];
  const value = needed ? (item as Record<string, unknown>)[needed] : "x";
  return typeof value === "string" && value.trim()
    ? []
    : [{ code: "empty_action", path: `actions[${place}].${needed ?? ""}` }];
}
