import type { Conversation } from "./patch-conversation";

/** A window with less than this to go is `closing`: the same two hours as the API's. */
const CLOSING_MS = 2 * 3_600_000;

/** Whether free messages may be sent at `now`, and for how many seconds still; the row may have been read long ago. */
export function windowOf(
  { window, window_expires_at }: Pick<Conversation, "window" | "window_expires_at">,
  now: number,
): { state: Conversation["window"]; secondsLeft: number } {
  if (window_expires_at === null) return { state: window, secondsLeft: 0 };
  const left = new Date(window_expires_at).getTime() - now;
  if (left <= 0) return { state: "closed", secondsLeft: 0 };
  return { state: left < CLOSING_MS ? "closing" : "open", secondsLeft: Math.floor(left / 1000) };
}
