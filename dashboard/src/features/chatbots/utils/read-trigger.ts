/** What starts a flow, for a line of text: its kind, and what it listens for. */
export type Trigger = { kind: string; words: string[] };

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string" && one !== "");

/** Reads a document's trigger in both of its spellings: an object, or a word with its value beside it. */
export function readTrigger(document: unknown): Trigger {
  const { trigger, trigger_value } = fields(document);
  if (typeof trigger === "string") return { kind: trigger, words: texts(trigger_value) };
  const { type, ...rest } = fields(trigger);
  if (typeof type !== "string") return { kind: "manual", words: [] };
  return { kind: type, words: texts(rest.keywords ?? rest.cron ?? rest.event ?? rest.source_id) };
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
