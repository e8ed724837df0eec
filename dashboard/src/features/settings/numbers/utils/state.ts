import type { Config } from "../api/get-config";

export type NumberState = "off" | "paused" | "unlinked" | "connecting" | "on";

/** The pause that a linked phone ends by itself. */
const NOT_LINKED = "phone_not_linked";

/** How a number is, the worst first: switched off, paused, its phone not linked, or working. */
export function stateOf(
  config: Pick<Config, "is_active" | "pause_reason" | "paused_until" | "api_type" | "connection">,
  now: number,
): NumberState {
  if (!config.is_active) return "off";
  if (config.pause_reason === NOT_LINKED) return "unlinked";
  const isOver = config.paused_until !== null && new Date(config.paused_until).getTime() <= now;
  if (config.pause_reason !== null && !isOver) return "paused";
  if (config.api_type !== "evolution" || config.connection === "open") return "on";
  return config.connection === "connecting" ? "connecting" : "unlinked";
}

/** The sign that a state is shown with. */
export const STATE_TONES = {
  off: "secondary",
  paused: "warning",
  unlinked: "destructive",
  connecting: "info",
  on: "success",
} as const satisfies Record<NumberState, string>;
