import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquareQuote } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Column } from "@/components/data-table";
import { Badge } from "@/components/ui/badge";
import { SectionPage } from "../components/section-page";
import { AddTrigger } from "../kit/add-trigger";
import { DeleteButton } from "../kit/delete-button";
import { EditTrigger } from "../kit/edit-trigger";
import { Listed } from "../kit/listed";
import { useDepartmentOptions } from "../kit/options";
import { useTexts } from "../kit/use-texts";
import { useDeleteCanned } from "./api/delete-canned";
import { cannedPagesQuery, type Canned } from "./api/list-canned-pages";
import { CannedDialog } from "./components/canned-dialog";
import { shownContent } from "./utils/content";

/** What the team says often, found by its shortcut. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const query = useInfiniteQuery(cannedPagesQuery);
  const columns = useColumns();
  return (
    <SectionPage
      title={frame("sections.canned.title")}
      description={frame("sections.canned.description")}
      actions={<CannedDialog trigger={<AddTrigger>{t("canned.add")}</AddTrigger>} />}
    >
      <Listed
        label={frame("sections.canned.title")}
        icon={MessageSquareQuote}
        none={t("canned.none")}
        noneHint={t("canned.none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SectionPage>
  );
}

function useColumns(): Column<Canned>[] {
  const { t } = useTexts();
  const remove = useDeleteCanned();
  const departments = useDepartmentOptions();
  return [
    { id: "shortcut", header: t("canned.shortcut"), cell: (row) => <code className="text-xs">/{row.shortcut}</code> },
    {
      id: "title",
      header: t("canned.name"),
      className: "max-w-md whitespace-normal",
      cell: (row) => (
        <>
          <span className="font-medium">{row.title}</span>
          <p className="line-clamp-2 text-xs break-words text-muted-foreground">{shownContent(row.content).text}</p>
        </>
      ),
    },
    {
      id: "kind",
      header: t("canned.kind"),
      cell: (row) => <Badge variant="outline">{t(`canned.kinds.${shownContent(row.content).kind}`)}</Badge>,
    },
    {
      id: "whose",
      header: t("canned.whose"),
      cell: (row) => departments.find((one) => one.value === row.department_id)?.label ?? t("kit.everyone"),
    },
    {
      id: "actions",
      header: t("kit.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) => (
        <>
          <CannedDialog canned={row} trigger={<EditTrigger name={row.title} />} />
          <DeleteButton id={row.id} name={row.title} hint={t("canned.delete-hint")} remove={remove} />
        </>
      ),
    },
  ];
}
