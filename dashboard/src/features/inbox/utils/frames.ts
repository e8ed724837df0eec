import type { Frame } from "@/lib/realtime";

// By hand and not by zod: this is read before anything of the inbox is drawn, and zod is as large as all that is drawn.
type Is<Value> = (value: unknown) => value is Value;

const text: Is<string> = (value) => typeof value === "string";
const flag: Is<boolean> = (value) => typeof value === "boolean";
const number: Is<number> = (value) => typeof value === "number";
const texts: Is<string[]> = (value): value is string[] => Array.isArray(value) && value.every(text);
const content: Is<{ type: string; [more: string]: unknown }> = (value): value is { type: string } =>
  typeof value === "object" && value !== null && "type" in value && text(value.type);
const maybe =
  <Value>(is: Is<Value>): Is<Value | null | undefined> =>
  (value): value is Value | null | undefined =>
    value === null || value === undefined || is(value);

const conversation = { conversation_id: text };

const SHAPES = {
  message_received: { ...conversation, message_id: text, content, sent_at: text },
  message_sent: { ...conversation, message_id: text, sender: text, content },
  message_status: {
    ...conversation,
    message_id: text,
    status: text,
    at: text,
    error_code: maybe(text),
    error_detail: maybe(text),
  },
  message_updated: {
    ...conversation,
    message_id: text,
    change: text,
    at: text,
    side: maybe(text),
    emoji: maybe(text),
    user_id: maybe(text),
    content: maybe(content),
  },
  conversation_created: conversation,
  conversation_updated: {
    ...conversation,
    status: text,
    handler: text,
    assigned_to: maybe(text),
    department_id: maybe(text),
    reason: maybe(text),
    version: maybe(number),
    priority: maybe(text),
    needs_attention: maybe(flag),
    unread_count: maybe(number),
    snoozed_until: maybe(text),
    tags_added: maybe(texts),
    tags_removed: maybe(texts),
  },
  conversation_assigned: conversation,
  conversation_removed: conversation,
  user_typing: { ...conversation, user_id: text, on: flag },
  user_viewing: { ...conversation, user_ids: texts },
} as const;

type Shapes = typeof SHAPES;
type Of<Field> = Field extends Is<infer Value> ? Value : never;
type MaybeAbsent<Shape> = { [Name in keyof Shape]: undefined extends Of<Shape[Name]> ? Name : never }[keyof Shape];
type Data<Shape> = { [Name in Exclude<keyof Shape, MaybeAbsent<Shape>>]: Of<Shape[Name]> } & {
  [Name in MaybeAbsent<Shape>]?: Of<Shape[Name]>;
};

/** The frames that the inbox acts on, by type. */
export type InboxFrameType = keyof Shapes;
export type InboxData<Type extends InboxFrameType> = Data<Shapes[Type]>;

/** Reads a frame's data; null where it is not what the type promises, which no newer server's frame should break. */
export function dataOf<Type extends InboxFrameType>(type: Type, { data }: Frame): InboxData<Type> | null {
  if (typeof data !== "object" || data === null) return null;
  const given = data as Record<string, unknown>;
  const shape: [string, Is<unknown>][] = Object.entries(SHAPES[type]);
  if (!shape.every(([name, is]) => is(given[name]))) return null;
  const known = shape.filter(([name]) => name in given).map(([name]) => [name, given[name]]);
  return Object.fromEntries(known) as InboxData<Type>;
}
