import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { queryClient } from "@/lib/query-client";
import { useSession } from "@/lib/session";
import { hurry } from "./hurry";

vi.mock(import("./screens"), async (original) => {
  const { textsOf } = await original();
  const load = async () => ({ Component: () => null });
  const screens = {
    inside: load,
    outside: load,
    INSIDE: { inbox: load, "": load, flows: load },
    OUTSIDE: { login: load },
  };
  return { textsOf, ...screens } as unknown as Awaited<ReturnType<typeof original>>;
});

function answer(tokens: object) {
  const asked: string[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (request) => {
    const url = new URL(request instanceof Request ? request.url : String(request), location.origin);
    asked.push(url.pathname + url.search);
    return Response.json(url.pathname.endsWith("/refresh") ? tokens : { items: [] });
  });
  return asked;
}

const TOKENS = { access_token: "a.e30.b", refresh_token: "next", expires_in: 900, needs_two_factor: false };

const forget = () => {
  localStorage.removeItem("pytake.refresh-token");
  useSession.setState(useSession.getInitialState(), true);
  queryClient.clear();
};
beforeEach(() => {
  forget();
  localStorage.setItem("pytake.refresh-token", "kept");
});
afterEach(forget);

test("asks who it is and for the list of the address side by side, once there is a session", async () => {
  const asked = answer(TOKENS);

  hurry({ pathname: "/inbox", search: "?view=mine" });

  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(asked[0]).toBe("/api/v1/auth/refresh");
  expect(asked[1]).toBe("/api/v1/auth/me");
  expect(asked[2]).toContain("/api/v1/conversations?status=active%2Cwaiting&assigned_to=me");
});

test("asks for nothing of a company while its second factor is still demanded", async () => {
  const asked = answer({ ...TOKENS, needs_two_factor: true });

  hurry({ pathname: "/inbox", search: "" });
  await vi.waitFor(() => expect(useSession.getState().status).toBe("signed-in"));

  expect(asked).toEqual(["/api/v1/auth/refresh"]);
});

test("asks for nothing where nobody is logged in, and has the texts of the login", () => {
  localStorage.removeItem("pytake.refresh-token");
  const asked = answer(TOKENS);

  expect(hurry({ pathname: "/inbox", search: "" })).toEqual(["common", "auth"]);

  expect(asked).toEqual([]);
});
