import type { Conversation } from "./patch-conversation";

/** Whether a new message of a contact concerns a person: their own conversation, or one that waits for somebody. */
export function isTheirs(conversation: Pick<Conversation, "assigned_to" | "status" | "handler">, me: string): boolean {
  if (conversation.handler === "bot") return false;
  if (conversation.assigned_to !== null) return conversation.assigned_to === me;
  return conversation.status === "waiting" || conversation.handler === "none";
}

/** Whether somebody looks at a conversation just now: it is open, in a tab that is seen and has the focus. */
export function isLookedAt(conversationId: string): boolean {
  return (
    window.location.pathname === `/inbox/${conversationId}` &&
    document.visibilityState === "visible" &&
    document.hasFocus()
  );
}
