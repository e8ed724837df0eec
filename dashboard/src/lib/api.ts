import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "@/api/schema";
import { ApiError, apiErrorOf } from "./api-error";
import { currentLanguage } from "./language";
import { accessToken, useSession } from "./session";

/** Where no token is sent: who calls these has none, or it is not asked for. */
const PUBLIC = [
  "/auth/login",
  "/auth/2fa/verify",
  "/auth/register",
  "/auth/refresh",
  "/auth/forgot-password",
  "/auth/reset-password",
  "/auth/accept-invite",
  "/auth/verify-email",
].map((path) => `/api/v1${path}`);

const authorization: Middleware = {
  async onRequest({ request, schemaPath }) {
    request.headers.set("accept-language", currentLanguage());
    if (PUBLIC.includes(schemaPath)) return request;
    const token = await accessToken();
    if (token) request.headers.set("authorization", `Bearer ${token}`);
    return request;
  },
};

/** One more try with a fresh token: the held one may have been ended by a change of rights a second ago. */
async function fetchRenewing(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await globalThis.fetch(request);
  const isOurs = !PUBLIC.includes(new URL(request.url).pathname) && request.headers.has("authorization");
  if (response.status !== 401 || !isOurs || useSession.getState().status !== "signed-in") return response;
  const token = await accessToken({ renew: true });
  if (!token) return response;
  again.headers.set("authorization", `Bearer ${token}`);
  return globalThis.fetch(again);
}

/** The API, typed by its own description: `api.GET("/api/v1/contacts/{contact_id}", { params: { path: { contact_id } } })`. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "",
  fetch: fetchRenewing,
  querySerializer: { array: { style: "form", explode: true } },
});
api.use(authorization);

type Answer<Data> = { data?: Data; error?: unknown; response: Response };

/** Gives what was answered, or throws the `ApiError` that says why not; of the network's failures too. */
export async function unwrap<Data>(answering: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await answering;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError({ status: 0, code: "NETWORK", message: networkMessage() });
  }
  if (!answer.response.ok) throw apiErrorOf(answer.error, answer.response);
  return answer.data as Data;
}

function networkMessage(): string {
  return currentLanguage() === "en"
    ? "The server cannot be reached. Check your connection and try again."
    : "Não foi possível falar com o servidor. Verifique sua conexão e tente de novo.";
}

/** A header set for a POST that may be sent twice and must be done once. Make the key once per thing, not per try. */
export function idempotent(key: string): { "Idempotency-Key": string } {
  return { "Idempotency-Key": key };
}
