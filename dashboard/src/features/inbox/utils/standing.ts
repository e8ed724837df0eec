import type { Conversation } from "./patch-conversation";

/** How a conversation stands to the person who looks at it. */
export type Standing = "mine" | "bot" | "other" | "nobody" | "over";

/** Tells whose a conversation is, seen by `me`. */
export function standingOf(conversation: Conversation, me: string): Standing {
  if (conversation.status === "resolved" || conversation.status === "archived") return "over";
  if (conversation.handler === "bot") return "bot";
  if (conversation.assigned_to === me) return "mine";
  return conversation.assigned_to === null ? "nobody" : "other";
}
