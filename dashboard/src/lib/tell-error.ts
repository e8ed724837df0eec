import i18next from "i18next";
import { toast } from "sonner";
import { ApiError } from "./api-error";
import { errorText } from "./error-text";

/** Long enough to be read and thought about; it is said again by the next try. */
const STALE_MS = 30_000;

/** Whether somebody else changed the thing since it was read. */
export function isStale(error: unknown): boolean {
  return error instanceof ApiError && error.code === "VERSION_CONFLICT";
}

/** Says in a passing notice what went wrong. */
export function tellError(error: unknown): void {
  toast.error(errorText(error));
}

/** The same; where somebody else was first, it offers to read the thing again. */
export function tellErrorOrReload(error: unknown, reload: () => void): void {
  if (!isStale(error)) return tellError(error);
  toast.error(errorText(error), {
    id: "stale",
    duration: STALE_MS,
    action: { label: i18next.t("entities.reload", { ns: "common" }), onClick: reload },
  });
}
