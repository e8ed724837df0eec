import { useQuery } from "@tanstack/react-query";
import { MergeIcon, UsersRoundIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { contactQuery } from "@/api/contacts/get-contact";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { contactName } from "@/components/contacts/contact-name";
import { ContactsNav } from "@/components/contacts/contacts-nav";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/hooks/use-page-title";
import { formatDate, formatPhone } from "@/lib/format";
import { duplicatesQuery } from "../api/list-duplicates";
import { useContactsLive } from "../hooks/use-contacts-live";
import { MergeDialog } from "./merge-dialog";

type Pair = { keptId: string; otherId: string };

function Side({ contact }: { contact: Schema<"ContactBrief"> }) {
  const { t } = useTranslation("contacts");
  return (
    <Link
      to={`/contacts/${contact.id}`}
      className="grid min-w-0 gap-0.5 rounded-md border px-3 py-2 outline-none hover:bg-muted/60 focus-visible:ring-[3px] focus-visible:ring-ring/60"
    >
      <span className="truncate font-medium">{contactName(contact)}</span>
      <span className="truncate text-xs text-muted-foreground">
        {[contact.phone && formatPhone(contact.phone), contact.email].filter(Boolean).join(" · ")}
      </span>
      <span className="text-xs text-muted-foreground">
        {t("duplicates.since", { date: formatDate(contact.created_at) })}
      </span>
    </Link>
  );
}

function OpenPair({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const kept = useQuery(contactQuery(pair.keptId)).data;
  return kept ? <MergeDialog contact={kept} otherId={pair.otherId} stays onClose={onClose} /> : null;
}

/** Contacts that may be one person, and why; people decide. */
export function DuplicatesScreen() {
  const { t } = useTranslation("contacts");
  const query = useQuery(duplicatesQuery);
  const mayManage = useMay("contacts:manage");
  const [open, setOpen] = useState<Pair | null>(null);
  useContactsLive();
  usePageTitle(t("duplicates.title"));
  return (
    <div className="h-full overflow-y-auto">
      <div className="grid w-full gap-4 px-4 py-5 sm:px-6">
        <PageHeader title={t("duplicates.title")} description={t("duplicates.description")} />
        <div className="border-b">
          <ContactsNav />
        </div>
        {query.isPending && <Skeleton className="h-40 w-full" />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data?.length === 0 && (
          <EmptyState icon={UsersRoundIcon} title={t("duplicates.none")} description={t("duplicates.noneHint")} />
        )}
        <ul className="grid max-w-5xl gap-3">
          {query.data?.map(({ reasons, contacts: [one, other] }) =>
            one && other ? (
              <li key={`${one.id}-${other.id}`} className="grid gap-3 rounded-lg border bg-card p-4">
                <div className="flex flex-wrap items-center gap-1.5">
                  {reasons.map((reason) => (
                    <Badge key={reason} variant="warning">
                      {t(`duplicates.reason.${reason}`)}
                    </Badge>
                  ))}
                  {mayManage && (
                    <Button
                      size="sm"
                      variant="outline"
                      className="ml-auto"
                      onClick={() => setOpen({ keptId: one.id, otherId: other.id })}
                    >
                      <MergeIcon aria-hidden />
                      {t("duplicates.compare")}
                    </Button>
                  )}
                </div>
                <div className="grid gap-3 sm:grid-cols-2">
                  <Side contact={one} />
                  <Side contact={other} />
                </div>
              </li>
            ) : null,
          )}
        </ul>
        {open && <OpenPair pair={open} onClose={() => setOpen(null)} />}
      </div>
    </div>
  );
}
