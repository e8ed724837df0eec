import { z } from "zod";
import { text, variableName } from "../fields";
import { MAX_CALL_RETRIES, MAX_CALL_SECONDS } from "../limits";
import type { Problem } from "../problems";
import type { Written } from "../written";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] as const;
export type Method = (typeof METHODS)[number];

const texts = z.record(z.string(), z.string());

export const apiCallSchema = z.looseObject({
  method: z.enum(METHODS).optional(),
  url: text,
  headers: texts.optional(),
  query: texts.optional(),
  json: z.unknown().optional(),
  form: texts.nullish(),
  body: z.string().nullish(),
  timeout_seconds: z.number().gt(0).max(MAX_CALL_SECONDS).optional(),
  retries: z.number().int().min(0).max(MAX_CALL_RETRIES).optional(),
  save_as: text,
  mapping: texts.optional(),
});
export type ApiCallData = z.infer<typeof apiCallSchema>;

export const PAYLOADS = ["none", "json", "form", "body"] as const;
export type Payload = (typeof PAYLOADS)[number];

/** What is sent, of several the first as in the engine. */
export function payloadOf(data: ApiCallData): Payload {
  return (["json", "form", "body"] as const).find((kind) => data[kind] !== undefined && data[kind] !== null) ?? "none";
}

/** The host that is asked, where the address says it before anything is filled in. */
export function hostOf(url: string): string | null {
  const found = /^https?:\/\/([^/?#]+)/i.exec(url.trim());
  const host = found?.[1]?.split("@").pop()?.replace(/:\d+$/, "").toLowerCase();
  return host && !/[{}%\s]/.test(host) ? host : null;
}

const SECRET = /\{\{-?\s*secrets\.([A-Za-z_][A-Za-z0-9_-]{0,99})\s*-?\}\}/g;
const ANY_SECRET = /\{[{%][^}]*\bsecrets\b/;
const HEADER = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;

/** The names of the secrets that header values ask for. */
export function secretsIn(headers: Readonly<Record<string, string>>): string[] {
  return [
    ...new Set(Object.values(headers).flatMap((value) => [...value.matchAll(SECRET)].map(([, name]) => name ?? ""))),
  ];
}

/** What publishing would refuse, or warn of. */
export function apiCallProblems(data: ApiCallData): Problem[] {
  const bodies = [data.json, data.form, data.body].filter((part) => part !== undefined && part !== null);
  return [
    ...urlProblems((data.url ?? "").trim()),
    ...Object.entries(data.headers ?? {}).flatMap(([name, value]) => headerProblems(name, value)),
    ...(bodies.length > 1 ? [{ code: "two_bodies", path: "json" }] : []),
    ...misplacedSecrets(data),
    ...Object.entries(data.mapping ?? {}).flatMap(([name, path]) =>
      variableName(name) && path.trim() ? [] : [{ code: "bad_mapping", path: "mapping" }],
    ),
  ];
}

function urlProblems(url: string): Problem[] {
  if (!url) return [{ code: "no_url", path: "url" }];
  const lowered = url.toLowerCase();
  if (lowered.startsWith("http://")) return [{ code: "plain_http", path: "url", severity: "warning" }];
  const isFine = ["https://", "{{", "{%"].some((start) => lowered.startsWith(start));
  return isFine ? [] : [{ code: "bad_url", path: "url" }];
}

function headerProblems(name: string, value: string): Problem[] {
  return [
    ...(HEADER.test(name) ? [] : [{ code: "bad_header", path: "headers", params: { name } }]),
    ...(ANY_SECRET.test(value.replace(SECRET, "")) ? [{ code: "bad_secret", path: "headers", params: { name } }] : []),
  ];
}

function misplacedSecrets(data: ApiCallData): Problem[] {
  return (["url", "query", "json", "form", "body"] as const)
    .filter((place) => textsIn(data[place]).some((one) => ANY_SECRET.test(one)))
    .map((path) => ({ code: "secret_misplaced", path }));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

export function apiCallWrites(data: ApiCallData): Written[] {
  const mapped = Object.keys(data.mapping ?? {}).map((name) => ({ name: variableName(name), type: "any" as const }));
  return [{ name: variableName(data.save_as), type: "any" }, ...mapped];
}
