import type { Presence } from "@/api/users/own-status";
import type { Theme } from "@/lib/theme";

/** How one may be seen by the others. */
export const PRESENCES: readonly Presence[] = ["online", "away", "busy", "offline"];

/** What the screen may look like. */
export const THEMES: readonly Theme[] = ["light", "dark", "system"];
