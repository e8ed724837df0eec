import { useInfiniteQuery } from "@tanstack/react-query";
import { ListPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Column } from "@/components/data-table";
import { Badge } from "@/components/ui/badge";
import { formatNumber } from "@/lib/format";
import { SectionPage } from "../components/section-page";
import { AddTrigger } from "../kit/add-trigger";
import { DeleteButton } from "../kit/delete-button";
import { EditTrigger } from "../kit/edit-trigger";
import { Listed } from "../kit/listed";
import { useTexts } from "../kit/use-texts";
import { useDeleteField } from "./api/delete-field";
import { fieldPagesQuery, type ContactField } from "./api/list-field-pages";
import { FieldDialog } from "./components/field-dialog";

/** The company's own fields of contacts. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const query = useInfiniteQuery(fieldPagesQuery);
  const columns = useColumns();
  return (
    <SectionPage
      title={frame("sections.fields.title")}
      description={frame("sections.fields.description")}
      actions={<FieldDialog trigger={<AddTrigger>{t("fields.add")}</AddTrigger>} />}
    >
      <Listed
        label={frame("sections.fields.title")}
        icon={ListPlus}
        none={t("fields.none")}
        noneHint={t("fields.none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SectionPage>
  );
}

function useColumns(): Column<ContactField>[] {
  const { t } = useTexts();
  const remove = useDeleteField();
  return [
    {
      id: "label",
      header: t("fields.label"),
      className: "whitespace-normal",
      cell: (row) => (
        <>
          <span className="font-medium">{row.label}</span>{" "}
          {row.is_required && <Badge variant="secondary">{t("fields.required")}</Badge>}
          <p className="font-mono text-xs text-muted-foreground">{row.key}</p>
        </>
      ),
    },
    {
      id: "type",
      header: t("fields.type"),
      className: "whitespace-normal",
      cell: (row) => (
        <>
          {t(`fields.types.${row.type}`)}
          {row.options.length > 0 && <p className="text-xs text-muted-foreground">{row.options.join(", ")}</p>}
        </>
      ),
    },
    { id: "place", header: t("fields.place"), cell: (row) => formatNumber(row.place) },
    {
      id: "actions",
      header: t("kit.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) => (
        <>
          <FieldDialog field={row} trigger={<EditTrigger name={row.label} />} />
          <DeleteButton id={row.id} name={row.label} hint={t("fields.delete-hint")} remove={remove} />
        </>
      ),
    },
  ];
}
