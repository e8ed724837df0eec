/** What was wrong with one field of a request; `field` is a path such as `nodes.3.text`. */
export type FieldProblem = { field: string; message: string };

/** An answer of the API that is no success, or none at all (`status` 0: the network).
 *
 * `code` is stable, `message` is in the language that was asked for and may be shown to people, `retryAfter` is in seconds.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly details: readonly FieldProblem[];
  readonly requestId: string | null;
  readonly retryAfter: number | null;

  constructor(given: {
    status: number;
    code: string;
    message: string;
    details?: readonly FieldProblem[];
    requestId?: string | null;
    retryAfter?: number | null;
  }) {
    super(given.message);
    this.status = given.status;
    this.code = given.code;
    this.details = given.details ?? [];
    this.requestId = given.requestId ?? null;
    this.retryAfter = given.retryAfter ?? null;
  }

  /** The message about one field, for showing it there. */
  about(field: string): string | undefined {
    return this.details.find((one) => one.field === field)?.message;
  }

  /** Whether the same request may succeed later: the network, too many requests, a server in trouble. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

type Envelope = { error?: { code?: unknown; message?: unknown; details?: unknown; request_id?: unknown } };

/** Reads the one envelope that every error of the API has; what is no envelope (a proxy's page) becomes `HTTP_<status>`. */
export function apiErrorOf(body: unknown, response: Response): ApiError {
  const error = (typeof body === "object" && body !== null ? (body as Envelope).error : undefined) ?? {};
  const seconds = Number(response.headers.get("retry-after"));
  return new ApiError({
    status: response.status,
    code: typeof error.code === "string" ? error.code : `HTTP_${response.status}`,
    message: typeof error.message === "string" ? error.message : response.statusText || `HTTP ${response.status}`,
    details: Array.isArray(error.details) ? (error.details as FieldProblem[]) : [],
    requestId: typeof error.request_id === "string" ? error.request_id : response.headers.get("x-request-id"),
    retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  });
}
