import { useInfiniteQuery } from "@tanstack/react-query";
import { Timer } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Column } from "@/components/data-table";
import { Badge } from "@/components/ui/badge";
import { formatDuration, formatNumber } from "@/lib/format";
import { SectionPage } from "../components/section-page";
import { AddTrigger } from "../kit/add-trigger";
import { DeleteButton } from "../kit/delete-button";
import { EditTrigger } from "../kit/edit-trigger";
import { Listed } from "../kit/listed";
import { useTexts } from "../kit/use-texts";
import { useDeletePolicy } from "./api/delete-policy";
import { policyPagesQuery, type Policy } from "./api/list-policy-pages";
import { PolicyDialog } from "./components/policy-dialog";

const MINUTE = 60;

/** What is promised to customers, the first that applies before the others. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const query = useInfiniteQuery(policyPagesQuery);
  const columns = useColumns();
  return (
    <SectionPage
      title={frame("sections.sla.title")}
      description={frame("sections.sla.description")}
      actions={<PolicyDialog trigger={<AddTrigger>{t("sla.add")}</AddTrigger>} />}
    >
      <Listed
        label={frame("sections.sla.title")}
        icon={Timer}
        none={t("sla.none")}
        noneHint={t("sla.none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SectionPage>
  );
}

const promised = (minutes: number | null) => (minutes === null ? "—" : formatDuration(minutes * MINUTE));

function useColumns(): Column<Policy>[] {
  const { t } = useTexts();
  const remove = useDeletePolicy();
  return [
    { id: "place", header: t("kit.place"), cell: (row) => formatNumber(row.place) },
    {
      id: "name",
      header: t("kit.name"),
      className: "whitespace-normal",
      cell: (row) => (
        <>
          <span className="font-medium">{row.name}</span>{" "}
          {!row.is_active && <Badge variant="secondary">{t("kit.inactive")}</Badge>}
          <p className="text-xs text-muted-foreground">{t(row.is_business_time ? "sla.business" : "sla.any-time")}</p>
        </>
      ),
    },
    { id: "first", header: t("sla.first"), cell: (row) => promised(row.first_response_minutes) },
    { id: "resolution", header: t("sla.resolution"), cell: (row) => promised(row.resolution_minutes) },
    {
      id: "actions",
      header: t("kit.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) => (
        <>
          <PolicyDialog policy={row} trigger={<EditTrigger name={row.name} />} />
          <DeleteButton id={row.id} name={row.name} hint={t("sla.delete-hint")} remove={remove} />
        </>
      ),
    },
  ];
}
