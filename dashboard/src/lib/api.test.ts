import { beforeEach, describe, expect, test, vi } from "vitest";
import { api, unwrap } from "./api";
import { ApiError } from "./api-error";
import { signIn, useSession } from "./session";

const START = useSession.getInitialState();
const logIn = (serial: number) => ({
  access_token: `token-${serial}`,
  token_type: "Bearer",
  expires_in: 900,
  refresh_token: `refresh-${serial}`,
  refresh_expires_in: 604_800,
  needs_two_factor: false,
});
const envelope = (code: string, details: object[] = []) => ({
  error: { code, message: "No.", details, request_id: "req_1" },
});

/** Answers each request by its path and its place in the order; remembers what was sent. */
function server(answers: (path: string, request: Request) => Response) {
  const sent: Request[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), location.origin), init);
    sent.push(request);
    return answers(new URL(request.url).pathname, request);
  });
  return sent;
}
const problem = async (work: Promise<unknown>): Promise<ApiError> => {
  const error = await work.catch((caught: unknown) => caught);
  if (!(error instanceof ApiError)) throw new Error("That did not fail as an ApiError.");
  return error;
};

beforeEach(() => {
  localStorage.removeItem("pytake.refresh-token");
  useSession.setState(START, true);
});

describe("a request", () => {
  test("says who asks, and in which language", async () => {
    signIn(logIn(1));
    const sent = server(() => Response.json({ id: "me" }));

    await unwrap(api.GET("/api/v1/auth/me"));

    expect(sent[0]?.headers.get("authorization")).toBe("Bearer token-1");
    expect(sent[0]?.headers.get("accept-language")).toBe("en");
  });

  test("to log in carries no token", async () => {
    signIn(logIn(1));
    const sent = server(() => Response.json(logIn(2)));

    await unwrap(api.POST("/api/v1/auth/login", { body: { email: "a", password: "b" } }));

    expect(sent[0]?.headers.has("authorization")).toBe(false);
  });
});

describe("a refused token", () => {
  test("is renewed, and the same request sent once more, body and all", async () => {
    signIn(logIn(1));
    const sent = server((path, request) => {
      if (path.endsWith("/refresh")) return Response.json(logIn(2));
      const isNew = request.headers.get("authorization") === "Bearer token-2";
      return isNew ? Response.json({ name: "Ana" }) : Response.json(envelope("SESSION_ENDED"), { status: 401 });
    });

    const me = await unwrap(api.PATCH("/api/v1/auth/me", { body: { name: "Ana" } }));

    expect(me.name).toBe("Ana");
    expect(sent.map((one) => new URL(one.url).pathname)).toEqual([
      "/api/v1/auth/me",
      "/api/v1/auth/refresh",
      "/api/v1/auth/me",
    ]);
    expect(await sent[2]?.json()).toEqual({ name: "Ana" });
  });

  test("is given up after the one more try", async () => {
    signIn(logIn(1));
    const sent = server((path) =>
      path.endsWith("/refresh") ? Response.json(logIn(2)) : Response.json(envelope("NO"), { status: 401 }),
    );

    expect((await problem(unwrap(api.GET("/api/v1/auth/me")))).status).toBe(401);

    expect(sent).toHaveLength(3);
  });

  test("that cannot be renewed leaves the first answer, and an expired session", async () => {
    signIn(logIn(1));
    server(() => Response.json(envelope("TOKEN_EXPIRED"), { status: 401 }));

    expect((await problem(unwrap(api.GET("/api/v1/auth/me")))).code).toBe("TOKEN_EXPIRED");

    expect(useSession.getState().status).toBe("expired");
  });

  test("at logging in is a wrong password and nothing more", async () => {
    const sent = server(() => Response.json(envelope("LOGIN_REFUSED"), { status: 401 }));

    await problem(unwrap(api.POST("/api/v1/auth/login", { body: { email: "a", password: "b" } })));

    expect(sent).toHaveLength(1);
  });
});

describe("a failure", () => {
  test("says which field is wrong and what to name to the support", async () => {
    const details = [{ field: "email", message: "taken" }];
    server(() => Response.json(envelope("VALIDATION_ERROR", details), { status: 422 }));

    const error = await problem(unwrap(api.POST("/api/v1/auth/forgot-password", { body: { email: "" } })));

    expect(error.about("email")).toBe("taken");
    expect(error.about("name")).toBeUndefined();
    expect(error.requestId).toBe("req_1");
    expect(error.isPassing).toBe(false);
  });

  test("tells how long to wait", async () => {
    server(() => Response.json(envelope("RATE_LIMITED"), { status: 429, headers: { "retry-after": "90" } }));

    const error = await problem(unwrap(api.POST("/api/v1/auth/forgot-password", { body: { email: "" } })));

    expect(error).toMatchObject({ retryAfter: 90, isPassing: true });
  });

  test("of a proxy is named by its status", async () => {
    server(() => new Response("<html>", { status: 502, statusText: "Bad Gateway" }));

    const error = await problem(unwrap(api.POST("/api/v1/auth/forgot-password", { body: { email: "" } })));

    expect(error).toMatchObject({ code: "HTTP_502", isPassing: true });
  });

  test("of the network has no status, and may pass", async () => {
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("failed to fetch"));

    const error = await problem(unwrap(api.POST("/api/v1/auth/forgot-password", { body: { email: "" } })));

    expect(error).toMatchObject({ status: 0, code: "NETWORK", isPassing: true });
  });

  test("that was wanted is passed on: the one who asked has gone", async () => {
    const gone = new DOMException("gone", "AbortError");
    vi.spyOn(globalThis, "fetch").mockRejectedValue(gone);

    await expect(unwrap(api.POST("/api/v1/auth/forgot-password", { body: { email: "" } }))).rejects.toBe(gone);
  });
});
