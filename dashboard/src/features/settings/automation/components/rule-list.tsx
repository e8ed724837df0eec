import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus, Workflow } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "@/components/data-table";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/format";
import { SectionPage } from "../../components/section-page";
import { Listed } from "../../kit/listed";
import { useTexts } from "../../kit/use-texts";
import { rulePagesQuery, type Rule } from "../api/list-rule-pages";
import { readActions } from "../utils/actions";
import { ActiveSwitch } from "./active-switch";

/** The rules in the order in which they are looked at. */
export function RuleList() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const query = useInfiniteQuery(rulePagesQuery);
  const columns: Column<Rule>[] = [
    { id: "place", header: t("kit.place"), cell: (row) => formatNumber(row.place) },
    {
      id: "name",
      header: t("kit.name"),
      className: "whitespace-normal",
      cell: (row) => (
        <>
          <Link to={`/settings/automation/${row.id}`} className="font-medium underline-offset-4 hover:underline">
            {row.name}
          </Link>
          <p className="text-xs text-muted-foreground">{t(`rules.events.${row.event}`)}</p>
        </>
      ),
    },
    {
      id: "actions",
      header: t("rules.then"),
      className: "whitespace-normal",
      cell: (row) =>
        readActions(row.actions)
          .map(({ type }) => t(`rules.actions.${type}`))
          .join(", "),
    },
    { id: "active", header: t("kit.active"), cell: (row) => <ActiveSwitch rule={row} /> },
  ];
  return (
    <SectionPage
      title={frame("sections.automation.title")}
      description={frame("sections.automation.description")}
      actions={
        <Button asChild>
          <Link to="/settings/automation/~new">
            <Plus aria-hidden />
            {t("rules.add")}
          </Link>
        </Button>
      }
    >
      <Listed
        label={frame("sections.automation.title")}
        icon={Workflow}
        none={t("rules.none")}
        noneHint={t("rules.none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SectionPage>
  );
}
