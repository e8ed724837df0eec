import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Outlet, useLocation } from "react-router";
import { useMe } from "@/api/me/get-me";
import { Skeleton } from "@/components/ui/skeleton";
import { useScreenTitle } from "@/hooks/use-page-title";
import { useNotices } from "../hooks/use-notices";
import { useOwnLanguage } from "../hooks/use-preferences";
import { useRealtimeSession } from "../hooks/use-realtime-session";
import { useUnreadCount } from "../hooks/use-unread-count";
import { isOperator, screenOf } from "../utils/navigation";
import { Banners } from "./banners";
import { BottomNav } from "./bottom-nav";
import { GlobalShortcuts } from "./global-shortcuts";
import { Sidebar } from "./sidebar";

const MAIN = "content";

/** The application around a screen: navigation, notices, and the part where the screen is. */
export function Frame() {
  useRealtimeSession();
  useNotices();
  useUnreadCount();
  useOwnLanguage();
  const main = useRef<HTMLElement>(null);
  const screen = screenOf(useLocation().pathname);
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [screen]);
  return (
    <div className="flex h-dvh overflow-hidden">
      <SkipLink />
      <Sidebar className="hidden sm:flex" />
      <div className="flex min-w-0 flex-1 flex-col">
        <Banners />
        <main ref={main} id={MAIN} tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto outline-none">
          <Suspense fallback={<ScreenSkeleton />}>
            <Screen />
          </Suspense>
        </main>
        <BottomNav className="sm:hidden" />
      </div>
      <GlobalShortcuts />
      <Announcer />
    </div>
  );
}

/** Who runs the platform has no company's screens. */
function Screen() {
  const me = useMe();
  const { pathname } = useLocation();
  const isTheirs = pathname.startsWith("/platform") || pathname.startsWith("/account");
  if (isOperator(me) && !isTheirs) return <Navigate to="/platform" replace />;
  return <Outlet />;
}

/** Tells who does not see it which screen has come. */
function Announcer() {
  return (
    <p className="sr-only" aria-live="polite">
      {useScreenTitle()}
    </p>
  );
}

function SkipLink() {
  const { t } = useTranslation("common");
  return (
    <a
      href={`#${MAIN}`}
      className="absolute top-2 left-2 z-50 -translate-y-16 rounded-md bg-primary px-3 py-2 text-primary-foreground focus:translate-y-0"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(MAIN)?.focus();
      }}
    >
      {t("skip")}
    </a>
  );
}

function ScreenSkeleton() {
  return (
    <div className="flex flex-col gap-4 p-6" aria-busy="true">
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
