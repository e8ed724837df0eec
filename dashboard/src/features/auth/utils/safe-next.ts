/** Screens for people who are not logged in: nobody is sent there after logging in. */
const OUTSIDE = ["/login", "/register", "/forgot-password", "/reset-password", "/accept-invite", "/verify-email"];

/** Where to go after logging in: a path of this very site, or the start. A link from elsewhere cannot lead away. */
export function safeNext(next: string | null, origin: string = window.location.origin): string {
  if (!next?.startsWith("/")) return "/";
  let address: URL;
  try {
    address = new URL(next, origin);
  } catch {
    return "/";
  }
  const { pathname, search, hash } = address;
  const isOurs = address.origin === origin && !pathname.startsWith("//");
  return isOurs && !OUTSIDE.includes(pathname) ? `${pathname}${search}${hash}` : "/";
}
