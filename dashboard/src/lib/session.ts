import { create } from "zustand";
import type { Schema } from "@/api/types";

/** Tokens as logging in gives them. */
export type Tokens = Schema<"LoggedIn">;

/** `unknown` until the kept refresh token was tried; `expired` when it was refused while somebody worked: they log in
 * again over the screen, which stays as it is, drafts and all. */
export type SessionStatus = "unknown" | "signed-out" | "signed-in" | "expired";

type SessionState = {
  status: SessionStatus;
  accessToken: string | null;
  /** When the access token ends, in milliseconds since 1970. */
  expiresAt: number;
  /** Whether the company demands a second factor that this person has yet to set up. */
  needsTwoFactor: boolean;
  /** Whose session it is; kept while it is expired. */
  userId: string | null;
  /** Whether they logged out themselves: whoever comes next begins anew. */
  hasLeft: boolean;
};

const KEPT = "pytake.refresh-token";
/** Written when somebody logs out, so that other tabs can tell it from a session that ended by itself. */
const LEFT = "pytake.left";
/** An access token is renewed this long before its end, so that no request meets it. */
const EARLY_MS = 60_000;

export const useSession = create<SessionState>(() => ({
  status: "unknown",
  accessToken: null,
  expiresAt: 0,
  needsTwoFactor: false,
  userId: null,
  hasLeft: false,
}));

/** Reads whom a token is for; null where it cannot be read. Only the server decides whether it is true. */
export function subjectOf(token: string): string | null {
  try {
    const claims = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const { sub }: { sub?: unknown } = JSON.parse(atob(claims)) as object;
    return typeof sub === "string" ? sub : null;
  } catch {
    return null;
  }
}

/** Takes what logging in or refreshing gave. The refresh token is kept for all tabs; the access token in this one's memory. */
export function signIn(tokens: Tokens): void {
  localStorage.setItem(KEPT, tokens.refresh_token);
  useSession.setState({
    status: "signed-in",
    accessToken: tokens.access_token,
    expiresAt: Date.now() + tokens.expires_in * 1000,
    needsTwoFactor: tokens.needs_two_factor,
    userId: subjectOf(tokens.access_token),
    hasLeft: false,
  });
}

/** Forgets the person, in every tab. */
export function signOut(): void {
  localStorage.setItem(LEFT, String(Date.now()));
  localStorage.removeItem(KEPT);
  forget();
}

function forget(): void {
  useSession.setState({
    status: "signed-out",
    accessToken: null,
    expiresAt: 0,
    needsTwoFactor: false,
    userId: null,
    hasLeft: true,
  });
}

function expire(): void {
  localStorage.removeItem(KEPT);
  const wasWorking = useSession.getState().status === "signed-in" || useSession.getState().status === "expired";
  if (wasWorking) useSession.setState({ status: "expired", accessToken: null, expiresAt: 0 });
  else if (useSession.getState().status === "unknown") useSession.setState({ status: "signed-out", hasLeft: false });
}

/** Whether somebody is said to be logged in by another tab or an earlier visit. */
export function isRemembered(): boolean {
  return localStorage.getItem(KEPT) !== null;
}

let refreshing: Promise<string | null> | null = null;

/** Gives a good access token, renewed where it is about to end; null when there is none to be had.
 *
 * One tab refreshes at a time (Web Locks): the next one finds the token that the first one left. Throws when the network
 * or the server fails, and then nothing is forgotten.
 */
export async function accessToken(options: { renew?: boolean } = {}): Promise<string | null> {
  const { accessToken: held, expiresAt } = useSession.getState();
  if (held && !options.renew && Date.now() < expiresAt - EARLY_MS) return held;
  refreshing ??= withLock(refresh).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function withLock<T>(work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? await navigator.locks.request("pytake.refresh", work) : await work();
}

async function refresh(): Promise<string | null> {
  const kept = localStorage.getItem(KEPT);
  if (kept === null) {
    expire();
    return null;
  }
  const response = await globalThis.fetch("/api/v1/auth/refresh", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refresh_token: kept }),
  });
  // Somebody logged out or in meanwhile: what was answered is about a session of before.
  if (localStorage.getItem(KEPT) !== kept) return useSession.getState().accessToken;
  if (response.ok) {
    const tokens = (await response.json()) as Tokens;
    signIn(tokens);
    return tokens.access_token;
  }
  if (response.status === 401 || response.status === 403 || response.status === 422 || response.status === 400) {
    expire();
    return null;
  }
  throw new Error(`The session could not be renewed: HTTP ${response.status}.`);
}

/** Follows the other tabs: who logs out in one is out in all; whose session ended in one logs in again in any; who goes on
 * in one goes on in all. */
export function followOtherTabs(): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    const { status } = useSession.getState();
    if (key === LEFT && newValue !== null && status !== "signed-out") forget();
    else if (key === KEPT && newValue === null && status === "signed-in") expire();
    else if (key === KEPT && newValue !== null && status !== "signed-in") renewQuietly();
  };
  window.addEventListener("storage", onStorage);
  return () => window.removeEventListener("storage", onStorage);
}

/** A failure of the network is no matter here: the next request asks again. */
function renewQuietly(): void {
  accessToken({ renew: true }).catch(() => undefined);
}
