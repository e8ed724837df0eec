import type { ReactNode } from "react";
import { Navigate, useSearchParams } from "react-router";
import { isRemembered, useSession } from "@/lib/session";
import { safeNext } from "../utils/safe-next";

/** Sends on whoever is logged in, or may be: to where they wanted to go, or to the start. */
export function OnlyOutside({ children }: { children: ReactNode }) {
  const status = useSession((state) => state.status);
  const [search] = useSearchParams();
  const isIn = status === "signed-in" || (status === "unknown" && isRemembered());
  return isIn ? <Navigate to={safeNext(search.get("next"))} replace /> : children;
}
