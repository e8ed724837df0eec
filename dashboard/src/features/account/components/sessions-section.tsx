import { useInfiniteQuery } from "@tanstack/react-query";
import { MonitorIcon, SmartphoneIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { errorText } from "@/lib/error-text";
import { useEndSession } from "../api/end-session";
import { sessionsQuery, type MySession } from "../api/list-sessions";
import { deviceOf } from "../utils/user-agent";
import { Panel } from "./panel";

/** Where one is logged in, and ending it elsewhere. */
export function SessionsSection() {
  const { t } = useTranslation("account");
  const query = useInfiniteQuery(sessionsQuery);
  const [asked, setAsked] = useState<MySession | null>(null);
  const { mutate, isPending } = useEndSession();
  const end = (session: MySession) =>
    mutate(session.id, {
      onSuccess: () => toast.success(t("sessions.ended")),
      onError: (error) => toast.error(errorText(error)),
      onSettled: () => setAsked(null),
    });
  const sessions = query.data?.pages.flatMap((page) => page.items);
  return (
    <Panel title={t("sessions.title")} description={t("sessions.description")}>
      {query.isError && !sessions && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton className="h-40 w-full" />}
      {sessions && (
        <ul className="divide-y">
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} onEnd={setAsked} />
          ))}
        </ul>
      )}
      <LoadMore query={query} />
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={() => setAsked(null)}
        title={t("sessions.endTitle")}
        description={t("sessions.endDescription")}
        confirmLabel={t("sessions.end")}
        destructive
        pending={isPending}
        onConfirm={() => asked && end(asked)}
      />
    </Panel>
  );
}

function SessionLine({ session, onEnd }: { session: MySession; onEnd: (session: MySession) => void }) {
  const { t } = useTranslation("account");
  const { browser, system, isPhone } = deviceOf(session.user_agent);
  const Icon = isPhone ? SmartphoneIcon : MonitorIcon;
  const name = browser && system ? t("sessions.device", { browser, system }) : (browser ?? t("sessions.unknown"));
  return (
    <li className="flex flex-wrap items-center gap-3 py-3 first:pt-0 last:pb-0">
      <Icon aria-hidden className="size-5 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {session.current && <Badge variant="success">{t("sessions.current")}</Badge>}
        </p>
        <p className="text-[0.8125rem] text-muted-foreground">
          {session.ip && <span className="mr-2">{session.ip}</span>}
          <RelativeTime at={session.last_seen_at} />
        </p>
      </div>
      {!session.current && (
        <Button
          variant="outline"
          size="sm"
          aria-label={t("sessions.endOf", { device: name })}
          onClick={() => onEnd(session)}
        >
          {t("sessions.end")}
        </Button>
      )}
    </li>
  );
}
