import type { Browser, BrowserContext, Page } from "@playwright/test";
import { pytakeUrl } from "./places";

export const PASSWORD = "aurora-demo-2026";
export const ADMIN = "admin@aurora.example";
export const AGENT = "bruno@aurora.example";

export type Tokens = { access_token: string; refresh_token: string };

/** Logs somebody in over HTTP, as the login screen would. */
export async function logIn(email: string, password: string = PASSWORD): Promise<Tokens> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ email, password });
  const answer = await fetch(`${pytakeUrl()}/api/v1/auth/login`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`login of ${email}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Tokens;
}

/** Calls the API as somebody, for what a test takes for granted. */
export async function call<Answer>(tokens: Tokens, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${pytakeUrl()}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens.access_token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as Answer;
}

/** The session that a token is of. */
export function sessionOf(tokens: Tokens): string {
  const claims = Buffer.from(tokens.access_token.split(".")[1] ?? "", "base64url").toString();
  return (JSON.parse(claims) as { sid: string }).sid;
}

export type Visit = { page: Page; context: BrowserContext; problems: string[]; tokens: Tokens };

type Options = Parameters<Browser["newContext"]>[0] & { language?: string };

/** Opens a browser of somebody's own, already logged in, at a screen. Its console's errors are kept in `problems`. */
export async function visit(browser: Browser, email: string, path: string, options: Options = {}): Promise<Visit> {
  const { language = "pt-BR", ...rest } = options;
  const tokens = await logIn(email);
  const context = await browser.newContext({ baseURL: pytakeUrl(), ...rest });
  await context.addInitScript(
    ([token, chosen]) => {
      localStorage.setItem("pytake.language", chosen);
      if (sessionStorage.getItem("e2e")) return;
      sessionStorage.setItem("e2e", "1");
      localStorage.setItem("pytake.refresh-token", token);
    },
    [tokens.refresh_token, language] as const,
  );
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(path);
  return { page, context, problems, tokens };
}
