import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import type { Contact } from "@/api/contacts/get-contact";
import { useUpdateContact } from "@/api/contacts/update-contact";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { RelativeTime } from "@/components/relative-time";
import { formatDate, formatNumber } from "@/lib/format";
import { inputTypeOf, valueOf, writtenOf } from "../../utils/custom-values";
import { InlineEdit } from "./inline-edit";

/** What is known of the contact, the company's own fields among it; most of it can be changed here. */
export function DetailsSection({ contact }: { contact: Contact }) {
  const { t } = useTranslation("inbox");
  const mayManage = useMay("contacts:manage");
  const fields = useQuery(contactFieldsQuery).data ?? [];
  const update = useUpdateContact();
  const save = (changes: Schema<"UpdateContactRequest">) =>
    update.mutateAsync({ contactId: contact.id, version: contact.version, changes });
  const attributes = attributesOf(contact);
  return (
    <dl className="grid gap-2.5">
      <Row label={t("panel.fields.email")}>
        <InlineEdit
          label={t("panel.fields.email")}
          type="email"
          value={contact.email ?? ""}
          isEditable={mayManage}
          onSave={(email) => save({ email: email || null })}
        >
          {contact.email ?? <Nothing />}
        </InlineEdit>
      </Row>
      {fields.map((field) => (
        <Row key={field.key} label={field.label}>
          <InlineEdit
            label={field.label}
            type={inputTypeOf(field.type)}
            value={writtenOf(attributes[field.key])}
            isEditable={mayManage && field.type !== "boolean" && field.type !== "choices"}
            onSave={(written) => save({ attributes: { [field.key]: valueOf(field.type, written) } })}
          >
            <Shown value={attributes[field.key]} type={field.type} />
          </InlineEdit>
        </Row>
      ))}
      <Row label={t("panel.fields.messages")}>
        {t("panel.messages", {
          received: formatNumber(contact.engagement.messages_in),
          sent: formatNumber(contact.engagement.messages_out),
        })}
      </Row>
      {contact.last_seen_at ? (
        <Row label={t("panel.fields.lastSeen")}>
          <RelativeTime at={contact.last_seen_at} />
        </Row>
      ) : null}
      <Row label={t("panel.fields.since")}>{formatDate(contact.created_at)}</Row>
    </dl>
  );
}

function attributesOf({ attributes }: Contact): Record<string, unknown> {
  return typeof attributes === "object" && attributes !== null ? (attributes as Record<string, unknown>) : {};
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted-foreground">{label}</dt>
      <dd className="text-sm">{children}</dd>
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation("inbox");
  return <span className="text-muted-foreground">{t("panel.nothing")}</span>;
}

function Shown({ value, type }: { value: unknown; type: Schema<"FieldType"> }) {
  const { t } = useTranslation("inbox");
  if (typeof value === "boolean") return t(value ? "panel.yes" : "panel.no");
  const written = writtenOf(value);
  if (written === "") return <Nothing />;
  return type === "date" ? formatDate(`${written}T12:00:00Z`) : written;
}
