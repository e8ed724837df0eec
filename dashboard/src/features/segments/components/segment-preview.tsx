import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { contactName } from "@/components/contacts/contact-name";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { UserAvatar } from "@/components/user-avatar";
import { formatNumber, formatPhone } from "@/lib/format";
import { segmentPreviewQuery } from "../api/get-preview";

type Props = { kept: { id: string; version: number } | null; isChanged: boolean };

/** How many contacts the kept filter means now, and the first of them. */
export function SegmentPreview({ kept, isChanged }: Props) {
  const { t } = useTranslation("segments");
  return (
    <section aria-label={t("preview.title")} className="grid content-start gap-3 rounded-lg border bg-card p-4">
      <h2 className="font-medium">{t("preview.title")}</h2>
      {kept ? <Counted {...kept} /> : <p className="text-muted-foreground">{t("preview.afterSaving")}</p>}
      {kept && isChanged && <p className="text-warning">{t("preview.unsaved")}</p>}
    </section>
  );
}

function Counted({ id, version }: { id: string; version: number }) {
  const { t } = useTranslation("segments");
  const query = useQuery(segmentPreviewQuery(id, version));
  if (query.isPending) return <Skeleton className="h-32 w-full" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { count, items } = query.data;
  return (
    <div aria-live="polite" className="grid gap-3">
      <p>
        <span className="text-2xl font-semibold tabular-nums">{formatNumber(count)}</span>{" "}
        {t("preview.contacts", { count })}
      </p>
      <ul className="grid gap-1">
        {items.map((contact) => (
          <li key={contact.id}>
            <Link
              to={`/contacts/${contact.id}`}
              className="flex items-center gap-2.5 rounded-md px-1 py-1.5 outline-none hover:bg-muted/60 focus-visible:ring-[3px] focus-visible:ring-ring/60"
            >
              <UserAvatar name={contactName(contact)} size="sm" />
              <span className="min-w-0 flex-1 truncate">{contactName(contact)}</span>
              {contact.phone && (
                <span className="shrink-0 text-xs text-muted-foreground">{formatPhone(contact.phone)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {count > 0 && (
        <Button asChild variant="outline" size="sm">
          <Link to={`/contacts?segment=${id}`}>{t("preview.seeAll")}</Link>
        </Button>
      )}
    </div>
  );
}
