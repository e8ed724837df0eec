import { ApiError } from "@/lib/api-error";

/** What a person is told of a refusal: its message, and what its details name. */
export function messageOf(error: unknown): string {
  if (!(error instanceof ApiError)) return String(error);
  return [error.message, ...error.details.map((one) => one.message)].join(" ");
}
