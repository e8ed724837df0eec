import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { accessToken, followOtherTabs, signIn, signOut, subjectOf, useSession, type Tokens } from "./session";

const KEPT = "pytake.refresh-token";
const START = useSession.getInitialState();

const jwt = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.s`;
const tokens = (sub = "ana", serial = 1): Tokens => ({
  access_token: `${jwt(sub)}${serial}`,
  token_type: "Bearer",
  expires_in: 900,
  refresh_token: `refresh-${serial}`,
  refresh_expires_in: 604_800,
  needs_two_factor: false,
});
const answer = (status: number, body: unknown = {}) => Promise.resolve(Response.json(body, { status }));
const network = () => vi.spyOn(globalThis, "fetch");
const tellFromOtherTab = (key: string, newValue: string | null) => {
  if (newValue === null) localStorage.removeItem(key);
  else localStorage.setItem(key, newValue);
  window.dispatchEvent(new StorageEvent("storage", { key, newValue }));
};

beforeEach(() => {
  localStorage.removeItem(KEPT);
  useSession.setState(START, true);
});
afterEach(() => vi.useRealTimers());

describe("the access token", () => {
  test("is renewed once for all who ask at the same time", async () => {
    localStorage.setItem(KEPT, "refresh-0");
    const asked = network().mockImplementation(() => answer(200, tokens()));

    const given = await Promise.all([accessToken(), accessToken(), accessToken()]);

    expect(asked).toHaveBeenCalledTimes(1);
    expect(new Set(given)).toEqual(new Set([tokens().access_token]));
    expect(localStorage.getItem(KEPT)).toBe("refresh-1");
  });

  test("is held until a minute before its end", async () => {
    vi.useFakeTimers({ now: 0 });
    signIn(tokens("ana", 1));
    const asked = network().mockImplementation(() => answer(200, tokens("ana", 2)));

    vi.setSystemTime(839_000);
    expect(await accessToken()).toBe(tokens("ana", 1).access_token);
    vi.setSystemTime(840_000);
    expect(await accessToken()).toBe(tokens("ana", 2).access_token);

    expect(asked).toHaveBeenCalledTimes(1);
  });

  test("forgets nothing while the server is in trouble", async () => {
    signIn(tokens());
    network().mockImplementation(() => answer(503));

    await expect(accessToken({ renew: true })).rejects.toThrow();

    expect(useSession.getState().status).toBe("signed-in");
    expect(localStorage.getItem(KEPT)).toBe("refresh-1");
  });
});

describe("a refused refresh token", () => {
  test("leaves who was working on their screen, and still known", async () => {
    signIn(tokens("ana"));
    network().mockImplementation(() => answer(401));

    expect(await accessToken({ renew: true })).toBeNull();

    expect(useSession.getState()).toMatchObject({ status: "expired", userId: "ana", accessToken: null });
    expect(localStorage.getItem(KEPT)).toBeNull();
  });

  test("of an earlier visit is nobody's", async () => {
    localStorage.setItem(KEPT, "old");
    network().mockImplementation(() => answer(401));

    await accessToken();

    expect(useSession.getState()).toMatchObject({ status: "signed-out", hasLeft: false });
  });

  test("does not bring back the screen of who has logged out", async () => {
    signIn(tokens());
    signOut();

    expect(await accessToken()).toBeNull();

    expect(useSession.getState()).toMatchObject({ status: "signed-out", userId: null, hasLeft: true });
  });
});

test("logging out while the token is renewed stays logging out", async () => {
  signIn(tokens());
  network().mockImplementation(() => {
    signOut();
    return answer(200, tokens("ana", 2));
  });

  expect(await accessToken({ renew: true })).toBeNull();

  expect(useSession.getState().status).toBe("signed-out");
  expect(localStorage.getItem(KEPT)).toBeNull();
});

describe("another tab", () => {
  let unfollow: () => void;
  beforeEach(() => (unfollow = followOtherTabs()));
  afterEach(() => unfollow());

  test("that logs out ends this one too", () => {
    signIn(tokens());

    tellFromOtherTab("pytake.left", "1");
    tellFromOtherTab(KEPT, null);

    expect(useSession.getState().status).toBe("signed-out");
  });

  test("whose session is refused leaves this one's drafts where they are", () => {
    signIn(tokens());

    tellFromOtherTab(KEPT, null);

    expect(useSession.getState().status).toBe("expired");
  });

  test("that logs in again goes on here too", async () => {
    signIn(tokens("ana", 1));
    tellFromOtherTab(KEPT, null);
    network().mockImplementation(() => answer(200, tokens("ana", 3)));

    tellFromOtherTab(KEPT, "refresh-2");

    await vi.waitFor(() => expect(useSession.getState().status).toBe("signed-in"));
    expect(localStorage.getItem(KEPT)).toBe("refresh-3");
  });
});

describe("subjectOf", () => {
  test("reads base64url", () => {
    const claims = btoa(JSON.stringify({ sub: "ana", name: "???>>>" }))
      .replaceAll("+", "-")
      .replaceAll("/", "_");
    expect(subjectOf(`h.${claims}.s`)).toBe("ana");
  });

  test.each(["", "x", "a.b.c", `a.${btoa("null")}.c`, `a.${btoa('{"sub":1}')}.c`])("reads nobody from %j", (token) => {
    expect(subjectOf(token)).toBeNull();
  });
});
