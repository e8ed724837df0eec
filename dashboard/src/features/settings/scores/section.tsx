import { useInfiniteQuery } from "@tanstack/react-query";
import { TrendingUp } from "lucide-react";
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
import { useDeleteScoreRule } from "./api/delete-score-rule";
import { scoreRulePagesQuery, type ScoreRule } from "./api/list-score-rule-pages";
import { ScoreRuleDialog } from "./components/score-rule-dialog";

/** What makes a contact more interesting, or less. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const query = useInfiniteQuery(scoreRulePagesQuery);
  const columns = useColumns();
  return (
    <SectionPage
      title={frame("sections.scores.title")}
      description={frame("sections.scores.description")}
      actions={<ScoreRuleDialog trigger={<AddTrigger>{t("scores.add")}</AddTrigger>} />}
    >
      <Listed
        label={frame("sections.scores.title")}
        icon={TrendingUp}
        none={t("scores.none")}
        noneHint={t("scores.none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SectionPage>
  );
}

function useColumns(): Column<ScoreRule>[] {
  const { t } = useTexts();
  const remove = useDeleteScoreRule();
  return [
    {
      id: "name",
      header: t("kit.name"),
      className: "whitespace-normal",
      cell: (row) => (
        <>
          <span className="font-medium">{row.name}</span>{" "}
          {!row.is_active && <Badge variant="secondary">{t("kit.inactive")}</Badge>}
        </>
      ),
    },
    { id: "event", header: t("scores.event"), cell: (row) => t(`scores.events.${row.event}`) },
    {
      id: "points",
      header: t("scores.points"),
      cell: (row) => formatNumber(row.points, { signDisplay: "exceptZero" }),
    },
    {
      id: "whom",
      header: t("scores.whom"),
      cell: (row) => t(row.conditions === null ? "scores.everybody" : "scores.some"),
    },
    {
      id: "actions",
      header: t("kit.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) => (
        <>
          <ScoreRuleDialog rule={row} trigger={<EditTrigger name={row.name} />} />
          <DeleteButton id={row.id} name={row.name} hint={t("scores.delete-hint")} remove={remove} />
        </>
      ),
    },
  ];
}
