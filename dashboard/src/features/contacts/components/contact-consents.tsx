import { useInfiniteQuery } from "@tanstack/react-query";
import { CheckIcon, CircleHelpIcon, XIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "@/api/contacts/get-contact";
import { useMay } from "@/api/me/get-me";
import { LoadMore } from "@/components/load-more";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatDateTime } from "@/lib/format";
import { contactTimelineQuery } from "../api/list-timeline";
import { useUserNames } from "../hooks/use-user-names";
import { consentHistory, PURPOSES, type ConsentDraft } from "../utils/consents";
import { ConsentDialog } from "./consent-dialog";

type Purpose = ConsentDraft["purpose"];
type Asked = { purpose: Purpose; isGranted: boolean };

const LOOKS = {
  granted: { variant: "success", Icon: CheckIcon },
  refused: { variant: "destructive", Icon: XIcon },
  unknown: { variant: "secondary", Icon: CircleHelpIcon },
} as const;

type PurposeProps = { contact: Contact; purpose: Purpose; onAsk?: (asked: Asked) => void };

function PurposeRow({ contact, purpose, onAsk }: PurposeProps) {
  const { t } = useTranslation("contacts");
  const ruling = contact.consents.filter((one) => one.purpose === purpose);
  const state = ruling.find((one) => one.channel === "whatsapp")?.state ?? "unknown";
  const { variant, Icon } = LOOKS[state];
  return (
    <li className="grid gap-2 p-4 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {t(`purpose.${purpose}`)}
          <Badge variant={variant}>
            <Icon aria-hidden />
            {t(`consent.state.${state}`)}
          </Badge>
        </p>
        {ruling.map((one) => (
          <p key={one.channel} className="text-xs text-muted-foreground">
            {t("consent.ruling", {
              channel: t(`channel.${one.channel}`, one.channel),
              source: one.source,
              basis: t(`basis.${one.legal_basis}`, one.legal_basis),
              at: formatDateTime(one.at),
            })}
            {one.expires_at && ` · ${t("consent.endsAt", { at: formatDateTime(one.expires_at) })}`}
          </p>
        ))}
      </div>
      {onAsk && (
        <div className="flex gap-2">
          <Button variant="outline" size="sm" onClick={() => onAsk({ purpose, isGranted: true })}>
            {t("consent.yes")}
          </Button>
          <Button variant="outline" size="sm" onClick={() => onAsk({ purpose, isGranted: false })}>
            {t("consent.no")}
          </Button>
        </div>
      )}
    </li>
  );
}

function History({ contactId }: { contactId: string }) {
  const { t } = useTranslation("contacts");
  const query = useInfiniteQuery(contactTimelineQuery(contactId));
  const nameOf = useUserNames();
  const entries = consentHistory(query.data?.pages.flatMap((page) => page.items) ?? []);
  return (
    <section aria-label={t("consent.history")} className="grid gap-2">
      <h3 className="font-medium">{t("consent.history")}</h3>
      <ol className="divide-y rounded-lg border bg-card">
        {entries.map((one) => (
          <li key={one.id} className="grid gap-0.5 px-4 py-2.5">
            <p>
              {t(one.granted ? "consent.gave" : "consent.withdrew", {
                purpose: t(`purpose.${one.purpose}`, one.purpose),
              })}
            </p>
            <p className="text-xs text-muted-foreground">
              {[
                formatDateTime(one.at),
                one.source,
                t(`basis.${one.legal_basis}`, one.legal_basis),
                t(`channel.${one.channel}`, one.channel),
                nameOf(one.userId),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
        {!entries.length && !query.hasNextPage && (
          <li className="px-4 py-3 text-muted-foreground">{t("consent.noHistory")}</li>
        )}
      </ol>
      <LoadMore query={query} />
    </section>
  );
}

/** To what a contact said yes or no, how it is known, and what was said before; nothing of it is ever changed. */
export function ContactConsents({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const mayManage = useMay("contacts:manage");
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <div className="grid gap-5">
      <p className="text-muted-foreground">{t("consent.explained")}</p>
      <ul className="divide-y rounded-lg border bg-card">
        {PURPOSES.map((purpose) => (
          <PurposeRow key={purpose} contact={contact} purpose={purpose} {...(mayManage ? { onAsk: setAsked } : {})} />
        ))}
      </ul>
      <History contactId={contact.id} />
      {asked && <ConsentDialog contactId={contact.id} {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
