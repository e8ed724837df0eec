import { useQuery } from "@tanstack/react-query";
import {
  ArchiveIcon,
  AtSignIcon,
  BotIcon,
  CheckCircle2Icon,
  HourglassIcon,
  InboxIcon,
  MoonIcon,
  SirenIcon,
  UserIcon,
  UserXIcon,
  type LucideIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { countsQuery } from "@/api/conversations/get-counts";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { cn } from "@/lib/utils";
import { countOf, viewOf, VIEWS, withFilters, type View } from "../../utils/filters";
import { ViewLink } from "./view-link";

const ICONS: Record<View, LucideIcon> = {
  mine: UserIcon,
  unassigned: UserXIcon,
  waiting: HourglassIcon,
  attention: SirenIcon,
  mentions: AtSignIcon,
  bots: BotIcon,
  open: InboxIcon,
  snoozed: MoonIcon,
  resolved: CheckCircle2Icon,
  archived: ArchiveIcon,
};

type Props = {
  /** Whether there is room for marks only: the names are in their tooltips. */
  isNarrow?: boolean;
  onChosen?: () => void;
};

/** The views of the inbox and the departments, each with how much is in it. */
export function ViewsNav({ isNarrow, onChosen }: Props) {
  const { t } = useTranslation("inbox");
  const [params] = useSearchParams();
  const counts = useQuery(countsQuery).data;
  const departments = useQuery(departmentDirectoryQuery).data?.items ?? [];
  const [view, department] = [viewOf(params), params.get("department")];
  return (
    <nav aria-label={t("views.title")} className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto p-2">
      {VIEWS.map((one) => (
        <ViewLink
          key={one}
          icon={ICONS[one]}
          label={t(`views.${one}`)}
          count={countOf(one, counts)}
          isNarrow={isNarrow}
          isChosen={one === view && !department}
          search={withFilters(params, { view: one, department: null }).toString()}
          onChosen={onChosen}
        />
      ))}
      {departments.length > 0 && (
        <h3 className={cn("px-2 pt-4 pb-1 text-xs font-medium text-muted-foreground", isNarrow && "sr-only")}>
          {t("views.departments")}
        </h3>
      )}
      {departments.map(({ id, name }) => (
        <ViewLink
          key={id}
          label={name}
          count={counts && (counts.by_department[id] ?? 0)}
          isNarrow={isNarrow}
          isChosen={department === id}
          search={withFilters(params, { view: "open", department: id }).toString()}
          onChosen={onChosen}
        />
      ))}
    </nav>
  );
}
