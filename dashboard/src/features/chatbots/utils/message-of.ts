import { ApiError } from "@/lib/api-error";
import { errorText } from "@/lib/error-text";

/** What a person is told of a refusal: what went wrong, and what its details name. */
export function messageOf(error: unknown): string {
  const details = error instanceof ApiError ? error.details.map((one) => one.message) : [];
  return [errorText(error), ...details].join(" ");
}
