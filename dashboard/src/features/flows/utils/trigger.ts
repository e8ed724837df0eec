import type { FlowDocument } from "./document";

export const TRIGGERS = ["keyword", "message_received", "referral", "event", "schedule", "manual"] as const;
export type TriggerType = (typeof TRIGGERS)[number];
export const MATCHES = ["exact", "starts_with", "contains", "regex"] as const;
export const PURPOSES = ["marketing", "support", "billing"] as const;
export const EVENTS = [
  "conversation.created",
  "conversation.released",
  "conversation.resolved",
  "conversation.waiting",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.reopened",
  "conversation.tag_added",
  "conversation.tag_removed",
  "csat.answered",
  "contact.created",
  "contact.tag_added",
  "contact.tag_removed",
  "consent.given",
  "consent.withdrawn",
] as const;

export type Audience = { segment_id?: string | null; filter?: unknown; purpose?: string };

/** What starts a flow. Fields that another kind of trigger has are absent; those that we do not know stay. */
export type Trigger = {
  type: TriggerType;
  keywords?: string[];
  match?: string;
  source_id?: string | null;
  event?: string;
  cron?: string;
  time_zone?: string | null;
  audience?: Audience;
  whatsapp_config_id?: string | null;
};

const VALUES: Partial<Record<TriggerType, string>> = { schedule: "cron", event: "event", referral: "source_id" };

/** Reads the trigger in both of its spellings: an object, or a word with its value beside it. None: by hand. */
export function readTrigger({
  trigger,
  trigger_value: value,
}: Pick<FlowDocument, "trigger" | "trigger_value">): Trigger {
  if (typeof trigger === "object" && trigger !== null && isType((trigger as { type?: unknown }).type))
    return trigger as Trigger;
  if (!isType(trigger)) return { type: "manual" };
  if (trigger === "keyword")
    return { type: trigger, keywords: (Array.isArray(value) ? value : [value ?? ""]).map(String) };
  const place = VALUES[trigger];
  return place && typeof value === "string" ? { type: trigger, [place]: value } : { type: trigger };
}

/** The fields of the document that say so; always as an object. */
export function triggerFields(trigger: Trigger): { trigger: Trigger; trigger_value: undefined } {
  return { trigger, trigger_value: undefined };
}

/** A new trigger of a kind. */
export function newTrigger(type: TriggerType): Trigger {
  if (type === "keyword") return { type, keywords: [], match: "exact" };
  if (type === "event") return { type, event: "conversation.resolved" };
  if (type === "schedule") return { type, cron: "0 9 * * 1-5", audience: { purpose: "marketing" } };
  return { type };
}

function isType(value: unknown): value is TriggerType {
  return TRIGGERS.some((type) => type === value);
}
