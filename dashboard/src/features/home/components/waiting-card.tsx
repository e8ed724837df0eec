import { useQuery } from "@tanstack/react-query";
import { Coffee } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { Loaded } from "@/components/loaded";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useNow } from "@/hooks/use-now";
import { formatDuration, formatPhone } from "@/lib/format";
import { tellError } from "@/lib/tell-error";
import { waitingQuery } from "../api/list-waiting";
import { useTakeOver } from "../api/take-over";
import { HomeCard } from "./home-card";

type Row = Schema<"ConversationRow">;

/** Who waits for a person, the longest first, each a click away from being helped. */
export function WaitingCard() {
  const { t } = useTranslation("home");
  const waiting = useQuery(waitingQuery);
  const total = waiting.data?.total ?? 0;
  return (
    <HomeCard
      title={t("waiting.title")}
      action={
        total > 0 && (
          <Button asChild variant="link" size="sm">
            <Link to="/inbox?view=waiting">{t("waiting.all", { count: total })}</Link>
          </Button>
        )
      }
    >
      <Loaded query={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={Coffee} title={t("waiting.none")} description={t("waiting.none-hint")} className="py-6" />
          ) : (
            <ul className="divide-y">
              {items.map((row) => (
                <WaitingItem key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </HomeCard>
  );
}

function WaitingItem({ row }: { row: Row }) {
  const { t } = useTranslation("home");
  const now = useNow();
  const navigate = useNavigate();
  const mayHandle = useMay("conversations:handle");
  const take = useTakeOver();
  const name = row.contact_name ?? (row.contact_phone ? formatPhone(row.contact_phone) : t("waiting.nobody"));
  const seconds = row.waiting_since ? (now - new Date(row.waiting_since).getTime()) / 1000 : null;
  const waited = seconds === null ? null : t("waiting.for", { time: formatDuration(seconds) });
  const go = () =>
    take.mutate(row.id, { onSuccess: () => void navigate(`/inbox/${row.id}?view=mine`), onError: tellError });
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <Link to={`/inbox/${row.id}?view=waiting`} className="font-medium underline-offset-4 hover:underline">
          {name}
        </Link>{" "}
        {(row.priority === "urgent" || row.priority === "high") && (
          <Badge variant={row.priority === "urgent" ? "destructive" : "warning"}>{t(`priority.${row.priority}`)}</Badge>
        )}
        <p className="truncate text-xs text-muted-foreground">{row.last_message_preview}</p>
        {waited && <p className="text-xs text-muted-foreground tabular-nums sm:hidden">{waited}</p>}
      </div>
      {waited && (
        <span className="text-xs whitespace-nowrap text-muted-foreground tabular-nums max-sm:hidden">{waited}</span>
      )}
      {mayHandle && (
        <Button
          size="sm"
          variant="outline"
          disabled={take.isPending}
          aria-label={t("waiting.take-over-of", { name })}
          onClick={go}
        >
          {t("waiting.take-over")}
        </Button>
      )}
    </li>
  );
}
