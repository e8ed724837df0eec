import { useTranslation } from "react-i18next";
import type { Column } from "@/components/data-table";
import { Badge } from "@/components/ui/badge";
import { DeleteButton } from "../../kit/delete-button";
import { dayName } from "../../kit/days";
import { useTexts } from "../../kit/use-texts";
import { useDeleteHoliday } from "../api/delete-holiday";
import type { CalendarDay } from "../utils/merge";
import { WorkButton } from "./work-button";

/** What is shown of a day, and what can be done about it. */
export function useHolidayColumns(mayChange: boolean): Column<CalendarDay>[] {
  const { t } = useTexts();
  const { i18n } = useTranslation();
  const remove = useDeleteHoliday();
  return [
    { id: "day", header: t("holidays.day"), cell: (row) => dayName(row.day, i18n.language, true) },
    { id: "name", header: t("holidays.name"), className: "whitespace-normal", cell: (row) => row.name },
    {
      id: "kind",
      header: t("holidays.kind"),
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          <Badge variant={row.isOpen ? "success" : "secondary"}>
            {t(row.isOpen ? "holidays.is-open" : "holidays.is-closed")}
          </Badge>
          <Badge variant="outline">{t(row.own ? "holidays.own" : "holidays.public")}</Badge>
          {row.own?.is_yearly && <Badge variant="outline">{t("holidays.yearly")}</Badge>}
        </span>
      ),
    },
    {
      id: "actions",
      header: t("kit.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) => {
        if (!mayChange) return null;
        if (!row.own) return <WorkButton day={row} />;
        return <DeleteButton id={row.own.id} name={row.name} hint={t("holidays.delete-hint")} remove={remove} />;
      },
    },
  ];
}
