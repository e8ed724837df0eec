import { useInfiniteQuery } from "@tanstack/react-query";
import { BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMay } from "@/api/me/get-me";
import type { Column } from "@/components/data-table";
import { formatNumber } from "@/lib/format";
import { SectionPage } from "../../components/section-page";
import { AddTrigger } from "../../kit/add-trigger";
import { Listed } from "../../kit/listed";
import { useTexts } from "../../kit/use-texts";
import { basePagesQuery, type Base } from "../api/list-base-pages";
import { BaseDialog } from "./base-dialog";

/** What language models may know, by name. */
export function BaseList() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const mayEdit = useMay("flows:edit");
  const query = useInfiniteQuery(basePagesQuery);
  const columns: Column<Base>[] = [
    {
      id: "name",
      header: t("kit.name"),
      className: "whitespace-normal",
      cell: (row) => (
        <>
          <Link to={`/settings/knowledge/${row.id}`} className="font-medium underline-offset-4 hover:underline">
            {row.name}
          </Link>
          {row.description && <p className="text-xs text-muted-foreground">{row.description}</p>}
        </>
      ),
    },
    { id: "documents", header: t("knowledge.documents"), cell: (row) => formatNumber(row.documents) },
    { id: "ready", header: t("knowledge.ready"), cell: (row) => formatNumber(row.ready) },
  ];
  return (
    <SectionPage
      title={frame("sections.knowledge.title")}
      description={frame("sections.knowledge.description")}
      actions={mayEdit && <BaseDialog trigger={<AddTrigger>{t("knowledge.add")}</AddTrigger>} />}
    >
      <Listed
        label={frame("sections.knowledge.title")}
        icon={BookOpen}
        none={t("knowledge.none")}
        noneHint={t("knowledge.none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SectionPage>
  );
}
