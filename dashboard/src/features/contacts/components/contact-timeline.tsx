import { useInfiniteQuery } from "@tanstack/react-query";
import { HistoryIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { RelativeTime } from "@/components/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { contactTimelineQuery } from "../api/list-timeline";
import { useUserNames } from "../hooks/use-user-names";
import { detailOf } from "../utils/timeline";

function Entry({ entry, name }: { entry: Schema<"TimelineRow">; name: string | null }) {
  const { t } = useTranslation("contacts");
  const detail = detailOf(entry);
  const who = name ?? t(`timeline.actor.${entry.actor}`, entry.actor);
  const words = detail.fields?.map((field) => t(`fields.${field}`, field.replace("attributes.", ""))).join(", ");
  const rest = [words, detail.text, detail.purpose && t(`purpose.${detail.purpose}`, detail.purpose)];
  return (
    <li className="relative pb-5 pl-6 before:absolute before:top-4 before:bottom-0 before:left-[5px] before:w-px before:bg-border last:before:hidden">
      <span
        aria-hidden
        className="absolute top-1.5 left-0 size-[11px] rounded-full border-2 border-primary bg-background"
      />
      <p>
        {t(`timeline.kind.${entry.kind}`, entry.kind)}
        {rest.filter(Boolean).map((text) => (
          <span key={text} className="text-muted-foreground">
            {" · "}
            {text}
          </span>
        ))}
      </p>
      <p className="flex flex-wrap gap-x-2 text-xs text-muted-foreground">
        <span>{who}</span>
        <RelativeTime at={entry.at} />
        {entry.conversation_id && (
          <Link to={`/inbox/${entry.conversation_id}`} className="text-primary underline-offset-4 hover:underline">
            {t("timeline.conversation")}
          </Link>
        )}
      </p>
    </li>
  );
}

/** The story of a contact, the newest first. */
export function ContactTimeline({ contactId }: { contactId: string }) {
  const { t } = useTranslation("contacts");
  const query = useInfiniteQuery(contactTimelineQuery(contactId));
  const nameOf = useUserNames();
  if (query.isPending) return <Skeleton className="h-40 w-full" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const entries = query.data.pages.flatMap((page) => page.items);
  if (!entries.length) return <EmptyState icon={HistoryIcon} title={t("timeline.none")} />;
  return (
    <div className="rounded-lg border bg-card p-4">
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} name={nameOf(entry.user_id)} />
        ))}
      </ol>
      <LoadMore query={query} />
    </div>
  );
}
