import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { QueryClient } from "@tanstack/react-query";
import { Route, Routes, useLocation } from "react-router";
import { beforeEach, expect, test, vi } from "vitest";
import { queryClient } from "@/lib/query-client";
import { signIn, useSession } from "@/lib/session";
import { renderApp } from "@/testing/render";
import { Shell } from "./shell";

const START = useSession.getInitialState();
const tokens = (sub: string) => ({
  access_token: `h.${btoa(JSON.stringify({ sub }))}.s`,
  token_type: "Bearer",
  expires_in: 900,
  refresh_token: `of ${sub}`,
  refresh_expires_in: 9_000,
  needs_two_factor: false,
});

function Where() {
  const { pathname, search } = useLocation();
  return <p>{`${pathname}${search}`}</p>;
}

const draw = (path: string) =>
  renderApp(
    <Routes>
      <Route path="/login" element={<Where />} />
      <Route path="*" element={<Shell setUp={<p>Set it up</p>} logInAgain={null} />} />
    </Routes>,
    { path, client: new QueryClient({ defaultOptions: { queries: { retry: false } } }) },
  );

beforeEach(() => {
  localStorage.removeItem("pytake.refresh-token");
  useSession.setState(START, true);
});

test("sends who is not logged in to the login, and remembers where they wanted to go", async () => {
  await draw("/inbox/1?tab=notes");
  expect(await screen.findByText("/login?next=%2Finbox%2F1%3Ftab%3Dnotes")).toBeVisible();
});

test("remembers nothing of the screen of who has logged out: the next person is another", async () => {
  useSession.setState({ status: "signed-out", hasLeft: true });
  await draw("/inbox/1");
  expect(await screen.findByText("/login")).toBeVisible();
});

test("asks for a demanded second factor before anything else", async () => {
  signIn({ ...tokens("ana"), needs_two_factor: true });
  await draw("/inbox");
  expect(await screen.findByText("Set it up")).toBeVisible();
});

test("keeps an earlier visit's session while the server is away, and tries it again when asked", async () => {
  localStorage.setItem("pytake.refresh-token", "old");
  const asked = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("", { status: 503 }));
  await draw("/");

  const retry = await screen.findByRole("button", { name: "Try again" }, { timeout: 5_000 });
  expect(localStorage.getItem("pytake.refresh-token")).toBe("old");
  const before = asked.mock.calls.length;
  await userEvent.click(retry);

  await waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(before));
}, 10_000);

test("forgets what was known as soon as somebody else is logged in, and only then", () => {
  signIn(tokens("ana"));
  queryClient.setQueryData(["contacts"], "Ana's");
  signIn(tokens("ana"));
  expect(queryClient.getQueryData(["contacts"])).toBe("Ana's");

  signIn(tokens("bia"));

  expect(queryClient.getQueryData(["contacts"])).toBeUndefined();
});
