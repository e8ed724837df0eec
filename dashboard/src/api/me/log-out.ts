import { api, unwrap } from "@/lib/api";
import { signOut } from "@/lib/session";

/** Ends the session, here and on the server; here in any case. */
export async function logOut(): Promise<void> {
  try {
    await unwrap(api.POST("/api/v1/auth/logout"));
  } catch {
    // Who is out here needs no session there; it ends by itself.
  }
  signOut();
}
