import { useQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import type { Schema } from "@/api/types";
import { TagChip } from "@/components/contacts/tag-chip";
import { RelativeTime } from "@/components/relative-time";
import { formatDate, formatNumber, formatPhone } from "@/lib/format";
import { StageBadge } from "../components/stage-badge";
import { attributesOf, shownValue } from "../utils/attributes";

export type ContactRow = Schema<"ContactRow">;
export type ContactColumn = {
  id: string;
  header: string;
  cell: (row: ContactRow) => ReactNode;
  sort?: "last_seen_at" | "created_at" | "lead_score";
};

const MOST_TAGS = 3;

function Tags({ tags }: { tags: readonly Schema<"TagOfContact">[] }) {
  const left = tags.length - MOST_TAGS;
  return (
    <span className="flex flex-nowrap items-center gap-1">
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <TagChip key={tag.id} {...tag} />
      ))}
      {left > 0 && <span className="text-xs text-muted-foreground">+{left}</span>}
    </span>
  );
}

/** The columns that a list of contacts can have besides the name, the company's own fields last. */
export function useContactColumns(): ContactColumn[] {
  const { t, i18n } = useTranslation("contacts");
  const fields = useQuery(contactFieldsQuery).data;
  return useMemo(() => {
    void i18n.language;
    const words = { yes: t("common:yes"), no: t("common:no") };
    const own = (fields ?? []).map((field): ContactColumn => ({
      id: `attributes.${field.key}`,
      header: field.label,
      cell: (row) => shownValue(attributesOf(row)[field.key], field.type, words),
    }));
    return [
      { id: "phone", header: t("fields.phone"), cell: (row) => row.phone && formatPhone(row.phone) },
      { id: "email", header: t("fields.email"), cell: (row) => row.email },
      { id: "tags", header: t("fields.tags"), cell: (row) => <Tags tags={row.tags ?? []} /> },
      { id: "stage", header: t("fields.lifecycle_stage"), cell: (row) => <StageBadge stage={row.lifecycle_stage} /> },
      {
        id: "score",
        header: t("fields.lead_score"),
        sort: "lead_score",
        cell: (row) => <span className="tabular-nums">{formatNumber(row.lead_score)}</span>,
      },
      {
        id: "last_seen",
        header: t("fields.last_seen_at"),
        sort: "last_seen_at",
        cell: (row) => row.last_seen_at && <RelativeTime at={row.last_seen_at} />,
      },
      {
        id: "created",
        header: t("fields.created_at"),
        sort: "created_at",
        cell: (row) => <time dateTime={row.created_at}>{formatDate(row.created_at)}</time>,
      },
      { id: "source", header: t("fields.source"), cell: (row) => t(`source.${row.source}`, row.source) },
      ...own,
    ];
  }, [fields, t, i18n.language]);
}
