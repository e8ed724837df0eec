/** What is told about a message that failed, and what can be done: a key under `failure` in the texts of `message`. */
export type FailureKey =
  | "window"
  | "notOnWhatsapp"
  | "optedOut"
  | "rate"
  | "later"
  | "template"
  | "templatePaused"
  | "media"
  | "number"
  | "account"
  | "plan"
  | "unknown"
  | "content"
  | "provider"
  | "other";

const CODES: Record<Exclude<FailureKey, "other">, readonly (string | number)[]> = {
  window: ["WINDOW_CLOSED", 131047],
  notOnWhatsapp: ["NOT_ON_WHATSAPP", 131026, 131030, 131062],
  optedOut: ["OPTED_OUT", 131050, 130403, "CONTACT_BLOCKED"],
  rate: [4, 80007, 130429, 131056, "RATE_LIMITED"],
  later: [131049, 130472, 132069],
  template: [132000, 132001, 132005, 132007, 132012, 132016, 132018, 132068],
  templatePaused: [132015],
  media: ["MEDIA_NOT_READY", "MEDIA_NOT_FOUND", "FILE_UNREADABLE", "FILES_UNAVAILABLE", 131052, 131053],
  number: [
    "NUMBER_REMOVED",
    "CONNECTION_CLOSED",
    "NO_SUCH_INSTANCE",
    "LICENSE_REQUIRED",
    0,
    3,
    10,
    33,
    190,
    131005,
    131037,
    131045,
    133000,
    133005,
    133006,
    133008,
    133009,
    133010,
    133015,
    133016,
  ],
  account: [368, 131031, 131042, 131048, 131064],
  plan: ["PLAN_LIMIT_REACHED"],
  unknown: ["OUTCOME_UNKNOWN", "SEND_ERROR", "SERVER_EXCEPTION", "UNREADABLE_ANSWER"],
  content: ["CONTENT_REFUSED", 100, 130497, 131008, 131009, 131021, 131051, 131055, 131060, 135000],
  provider: [1, 2, 131000, 131016, 131057, 133004, 2494100],
};

const KEYS = new Map(
  Object.entries(CODES).flatMap(([key, codes]) => codes.map((code) => [String(code), key as FailureKey] as const)),
);

/** Says which explanation an error code has: Meta's, the Evolution API's, or our own. */
export function failureOf(code: string | null | undefined): FailureKey {
  if (!code) return "other";
  return KEYS.get(code) ?? (/^2\d\d$/.test(code) ? "number" : /^HTTP_5/.test(code) ? "provider" : "other");
}
