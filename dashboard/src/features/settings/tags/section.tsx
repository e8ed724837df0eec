import { useInfiniteQuery } from "@tanstack/react-query";
import { Tag as TagIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { TagChip } from "@/components/contacts/tag-chip";
import type { Column } from "@/components/data-table";
import { formatNumber } from "@/lib/format";
import { SectionPage } from "../components/section-page";
import { AddTrigger } from "../kit/add-trigger";
import { DeleteButton } from "../kit/delete-button";
import { EditTrigger } from "../kit/edit-trigger";
import { Listed } from "../kit/listed";
import { useTexts } from "../kit/use-texts";
import { useDeleteTag } from "./api/delete-tag";
import { tagPagesQuery, type Tag } from "./api/list-tag-pages";
import { TagDialog } from "./components/tag-dialog";

/** The tags of contacts and conversations. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const query = useInfiniteQuery(tagPagesQuery);
  const columns = useColumns();
  return (
    <SectionPage
      title={frame("sections.tags.title")}
      description={frame("sections.tags.description")}
      actions={<TagDialog trigger={<AddTrigger>{t("tags.add")}</AddTrigger>} />}
    >
      <Listed
        label={frame("sections.tags.title")}
        icon={TagIcon}
        none={t("tags.none")}
        noneHint={t("tags.none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SectionPage>
  );
}

function useColumns(): Column<Tag>[] {
  const { t } = useTexts();
  const remove = useDeleteTag();
  return [
    {
      id: "name",
      header: t("tags.name"),
      className: "whitespace-normal",
      cell: (row) => (
        <>
          <TagChip name={row.name} color={row.color} />
          {row.description && <p className="mt-1 text-xs text-muted-foreground">{row.description}</p>}
        </>
      ),
    },
    { id: "contacts", header: t("tags.contacts"), cell: (row) => formatNumber(row.contacts) },
    { id: "conversations", header: t("tags.conversations"), cell: (row) => formatNumber(row.conversations) },
    {
      id: "actions",
      header: t("kit.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) => (
        <>
          <TagDialog tag={row} trigger={<EditTrigger name={row.name} />} />
          <DeleteButton id={row.id} name={row.name} hint={t("tags.delete-hint")} remove={remove} />
        </>
      ),
    },
  ];
}
