import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import type { Contact } from "@/api/contacts/get-contact";
import { Facts } from "@/components/facts";
import { RelativeTime } from "@/components/relative-time";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { formatDateTime, formatDuration, formatNumber, formatPhone } from "@/lib/format";
import { attributesOf, shownValue } from "../utils/attributes";

/** What a flow has kept under a key without a field is shown too, under its key. */
function useValues(contact: Contact) {
  const { t } = useTranslation("contacts");
  const fields = useQuery(contactFieldsQuery).data ?? [];
  const words = { yes: t("common:yes"), no: t("common:no") };
  const held = attributesOf(contact);
  const keys = new Set(fields.map((field) => field.key));
  const own = fields.map(({ key, label, type }) => ({ label, value: shownValue(held[key], type, words) || "—" }));
  const kept = Object.entries(held).filter(([key]) => !keys.has(key));
  return { own, kept: kept.map(([key, value]) => ({ label: key, value: shownValue(value, null, words) })) };
}

/** All that is known of a contact. */
export function ContactDetails({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const { own, kept } = useValues(contact);
  const { engagement } = contact;
  return (
    <Card>
      <CardHeader>
        <CardTitle>
          <h2>{t("page.details")}</h2>
        </CardTitle>
      </CardHeader>
      <CardContent className="grid gap-5">
        <Facts
          className="grid-cols-2"
          items={[
            { label: t("fields.phone"), value: contact.phone && formatPhone(contact.phone) },
            { label: t("fields.email"), value: contact.email },
            { label: t("fields.username"), value: contact.username },
            { label: t("fields.language"), value: contact.language },
            { label: t("fields.time_zone"), value: contact.time_zone },
            { label: t("fields.lead_score"), value: formatNumber(contact.lead_score) },
            { label: t("fields.source"), value: t(`source.${contact.source}`, contact.source) },
            {
              label: t("fields.last_seen_at"),
              value: contact.last_seen_at && <RelativeTime at={contact.last_seen_at} />,
            },
            { label: t("fields.created_at"), value: formatDateTime(contact.created_at) },
          ]}
        />
        {own.length > 0 && (
          <section aria-label={t("page.ownFields")} className="grid gap-2 border-t pt-4">
            <h3 className="text-xs font-medium text-muted-foreground">{t("page.ownFields")}</h3>
            <Facts className="grid-cols-2" items={own} />
          </section>
        )}
        {kept.length > 0 && (
          <section aria-label={t("page.keptByFlows")} className="grid gap-2 border-t pt-4">
            <h3 className="text-xs font-medium text-muted-foreground">{t("page.keptByFlows")}</h3>
            <Facts className="grid-cols-2" items={kept} />
          </section>
        )}
        <section aria-label={t("page.engagement")} className="grid gap-2 border-t pt-4">
          <h3 className="text-xs font-medium text-muted-foreground">{t("page.engagement")}</h3>
          <Facts
            className="grid-cols-2"
            items={[
              { label: t("engagement.conversations"), value: formatNumber(engagement.conversations) },
              { label: t("engagement.open"), value: formatNumber(engagement.open_conversations) },
              { label: t("engagement.received"), value: formatNumber(engagement.messages_in) },
              { label: t("engagement.sent"), value: formatNumber(engagement.messages_out) },
              {
                label: t("engagement.firstAnswer"),
                value:
                  engagement.average_first_response_seconds === null
                    ? null
                    : formatDuration(engagement.average_first_response_seconds),
              },
              {
                label: t("engagement.csat"),
                value: engagement.csat === null ? null : formatNumber(engagement.csat, { maximumFractionDigits: 1 }),
              },
            ]}
          />
        </section>
        <section aria-label={t("page.identities")} className="grid gap-2 border-t pt-4">
          <h3 className="text-xs font-medium text-muted-foreground">{t("page.identities")}</h3>
          <ul className="grid gap-2">
            {contact.identities.map((one) => (
              <li key={`${one.kind}-${one.scope}-${one.value}`} className="min-w-0">
                <span className="text-xs text-muted-foreground">
                  {t(`identity.${one.kind}`, one.kind)}
                  {one.scope === "left" && ` · ${t("identity.left")}`}
                </span>
                <span className="block font-mono text-xs break-all">{one.value}</span>
              </li>
            ))}
            {contact.identities.length === 0 && <li className="text-muted-foreground">{t("page.noIdentities")}</li>}
          </ul>
        </section>
      </CardContent>
    </Card>
  );
}
