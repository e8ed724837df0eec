import { z } from "zod";
import type { Frame } from "@/lib/realtime";

const id = z.string();
const conversation = z.object({ conversation_id: id });
const content = z.looseObject({ type: z.string() });

const SHAPES = {
  message_received: conversation.extend({ message_id: id, content, sent_at: z.string() }),
  message_sent: conversation.extend({ message_id: id, sender: z.string(), content }),
  message_status: conversation.extend({
    message_id: id,
    status: z.string(),
    at: z.string(),
    error_code: z.string().nullish(),
    error_detail: z.string().nullish(),
  }),
  message_updated: conversation.extend({
    message_id: id,
    change: z.string(),
    at: z.string(),
    side: z.string().nullish(),
    emoji: z.string().nullish(),
    user_id: id.nullish(),
    content: content.nullish(),
  }),
  conversation_created: conversation,
  conversation_updated: conversation,
  conversation_assigned: conversation,
  conversation_removed: conversation,
  user_typing: conversation.extend({ user_id: id, on: z.boolean() }),
  user_viewing: conversation.extend({ user_ids: z.array(id) }),
} as const;

type Shapes = typeof SHAPES;
/** The frames that the inbox acts on, by type. */
export type InboxFrameType = keyof Shapes;
export type InboxData<Type extends InboxFrameType> = z.infer<Shapes[Type]>;

export const INBOX_FRAMES = Object.keys(SHAPES) as InboxFrameType[];

/** Reads a frame's data; null where it is not what the type promises, which no newer server's frame should break. */
export function dataOf<Type extends InboxFrameType>(type: Type, frame: Frame): InboxData<Type> | null {
  const read = SHAPES[type].safeParse(frame.data);
  return read.success ? (read.data as InboxData<Type>) : null;
}
