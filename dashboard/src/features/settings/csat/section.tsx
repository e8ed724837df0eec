import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "@/components/data-table";
import { Loaded } from "@/components/loaded";
import { RelativeTime } from "@/components/relative-time";
import { SectionPage } from "../components/section-page";
import { Listed } from "../kit/listed";
import { useDepartmentOptions, useUserOptions } from "../kit/options";
import { useTexts } from "../kit/use-texts";
import { csatSummaryQuery } from "./api/get-csat-summary";
import { csatQuery, type CsatAnswer } from "./api/list-csat";
import { SummaryCard } from "./components/summary-card";

/** How content customers are, and what each of them said. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const summary = useQuery(csatSummaryQuery);
  const query = useInfiniteQuery(csatQuery);
  const columns = useColumns();
  return (
    <SectionPage title={frame("sections.csat.title")} description={frame("sections.csat.description")}>
      <Loaded query={summary}>{(data) => <SummaryCard summary={data} />}</Loaded>
      <Listed
        label={frame("sections.csat.title")}
        icon={Star}
        none={t("csat.none")}
        noneHint={t("csat.none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SectionPage>
  );
}

function useColumns(): Column<CsatAnswer>[] {
  const { t } = useTexts();
  const [users, departments] = [useUserOptions(), useDepartmentOptions()];
  const about = (row: CsatAnswer) =>
    [
      users.find((one) => one.value === row.user_id)?.label,
      departments.find((one) => one.value === row.department_id)?.label,
    ]
      .filter(Boolean)
      .join(" · ");
  return [
    { id: "asked", header: t("csat.asked-at"), cell: (row) => <RelativeTime at={row.asked_at} /> },
    {
      id: "contact",
      header: t("csat.contact"),
      cell: (row) => (
        <Link to={`/inbox/${row.conversation_id}`} className="underline-offset-4 hover:underline">
          {row.contact_name ?? t("csat.no-name")}
        </Link>
      ),
    },
    {
      id: "score",
      header: t("csat.score"),
      cell: (row) => (row.score === null ? t("csat.unanswered") : t("csat.of-five", { score: row.score })),
    },
    {
      id: "comment",
      header: t("csat.comment"),
      className: "whitespace-normal break-words",
      cell: (row) => row.comment,
    },
    { id: "about", header: t("csat.about"), cell: about },
  ];
}
