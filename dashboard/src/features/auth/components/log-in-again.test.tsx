import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test, vi } from "vitest";
import { meQuery, type Me } from "@/api/me/get-me";
import { useSession } from "@/lib/session";
import { renderApp } from "@/testing/render";
import { LogInAgain } from "./log-in-again";

const START = useSession.getInitialState();
const ME: Me = {
  id: "ana",
  email: "ana@aurora.example",
  email_verified: true,
  name: "Ana",
  role: "agent",
  language: "en",
  has_avatar: false,
  notifications: {},
  two_factor_enabled: true,
  tenant_id: "t",
  tenant_name: "Aurora",
  permissions: [],
  version: 0,
};
const TOKENS = {
  access_token: `h.${btoa('{"sub":"ana"}')}.s`,
  token_type: "Bearer",
  expires_in: 900,
  refresh_token: "r",
  refresh_expires_in: 9_000,
  needs_two_factor: false,
};

const draw = async () => {
  const client = new QueryClient();
  client.setQueryData(meQuery.queryKey, ME);
  await renderApp(
    <>
      <textarea aria-label="Draft" defaultValue="Hello, " />
      <LogInAgain />
    </>,
    { client },
  );
};

beforeEach(() => useSession.setState({ ...START, status: "expired", userId: "ana" }, true));

test("asks the same person's password, then a code, and leaves the draft as it was", async () => {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
    const request = input as Request;
    sent.push(await request.clone().json());
    const isLogin = new URL(request.url).pathname.endsWith("/login");
    return Response.json(isLogin ? { two_factor_required: true, challenge: "c1", expires_in: 300 } : TOKENS);
  });
  await draw();
  const user = userEvent.setup();

  await user.keyboard("{Escape}");
  await user.type(await screen.findByLabelText("Password"), "a long phrase{Enter}");
  await user.type(await screen.findByLabelText("Code of the authenticator app"), "287 082{Enter}");

  await waitFor(() => expect(useSession.getState().status).toBe("signed-in"));
  expect(sent).toEqual([
    { email: "ana@aurora.example", password: "a long phrase" },
    { challenge: "c1", code: "287082" },
  ]);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByLabelText("Draft")).toHaveValue("Hello, ");
});

test("lets somebody else in by leaving", async () => {
  await draw();
  await userEvent.click(await screen.findByRole("button", { name: "Log in as someone else" }));
  expect(useSession.getState()).toMatchObject({ status: "signed-out", userId: null, hasLeft: true });
});

test("says what is wrong with the password where it is asked", async () => {
  const refusal = { error: { code: "LOGIN_REFUSED", message: "The e-mail or the password is wrong.", details: [] } };
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => Response.json(refusal, { status: 401 }));
  await draw();

  await userEvent.type(await screen.findByLabelText("Password"), "wrong{Enter}");

  expect(await screen.findByRole("alert")).toHaveTextContent("The e-mail or the password is wrong.");
  expect(useSession.getState().status).toBe("expired");
});
