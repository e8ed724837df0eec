import i18next from "i18next";
import { ApiError } from "./api-error";
import { formatDuration } from "./format";

/** What went wrong, in the reader's words; with how long to wait where the API says so. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return i18next.t("error.unknown.description", { ns: "common" });
  if (error.status !== 429 || error.retryAfter === null) return error.message;
  return i18next.t("error.wait", { ns: "common", time: formatDuration(error.retryAfter) });
}
