import { useQuery } from "@tanstack/react-query";
import { type ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { meQuery } from "@/api/me/get-me";
import { ErrorState } from "@/components/error-state";
import { LoadingScreen } from "@/components/layout/loading-screen";
import { queryClient } from "@/lib/query-client";
import { useSession } from "@/lib/session";
import { useRestoredSession } from "../hooks/use-restored-session";
import { Frame } from "./frame";

type Props = {
  /** Stands in the place of every screen until a demanded second factor is set up. */
  setUp: ReactNode;
  /** Stands over the screen while the session is expired. */
  logInAgain: ReactNode;
  /** Calls the person on any screen; draws nothing. */
  alerts?: ReactNode;
};

/** Lets in who is logged in: loads who they are, then draws the application around the screen. */
export function Shell({ setUp, logInAgain, alerts }: Props) {
  const { status, needsTwoFactor, userId, hasLeft } = useSession();
  const restored = useRestoredSession();
  const { pathname, search, hash } = useLocation();
  if (status === "unknown")
    return restored.isError ? (
      <Problem error={restored.error} onRetry={() => void restored.refetch()} />
    ) : (
      <LoadingScreen />
    );
  if (status === "signed-out") {
    const here = `${pathname}${search}${hash}`;
    const next = hasLeft || here === "/" ? "" : `?${new URLSearchParams({ next: here }).toString()}`;
    return <Navigate to={`/login${next}`} replace />;
  }
  if (needsTwoFactor) return setUp;
  return (
    <Inside key={userId}>
      <Frame />
      {logInAgain}
      {alerts}
    </Inside>
  );
}

/** Another person's data must not be seen for a moment: the cache is emptied before anything of theirs is drawn. */
useSession.subscribe((now, before) => {
  if (before.userId !== null && now.userId !== before.userId) queryClient.clear();
});

function Inside({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  if (me.data) return children;
  return me.isError ? <Problem error={me.error} onRetry={() => void me.refetch()} /> : <LoadingScreen />;
}

function Problem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <ErrorState error={error} onRetry={onRetry} />
    </main>
  );
}
