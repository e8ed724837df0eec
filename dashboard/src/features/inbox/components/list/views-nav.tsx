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
  UsersRoundIcon,
  type LucideIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { countsQuery } from "@/api/conversations/get-counts";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { formatNumber } from "@/lib/format";
import { cn } from "@/lib/utils";
import { countOf, viewOf, VIEWS, withFilters, type View } from "../../utils/filters";

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

/** The views of the inbox and the departments, each with how much is in it. */
export function ViewsNav({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation("inbox");
  const [params] = useSearchParams();
  const counts = useQuery(countsQuery).data;
  const departments = useQuery(departmentDirectoryQuery).data?.items ?? [];
  const [view, department] = [viewOf(params), params.get("department")];
  return (
    <nav aria-label={t("views.title")} className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto p-2">
      {VIEWS.map((one) => (
        <Entry
          key={one}
          icon={ICONS[one]}
          label={t(`views.${one}`)}
          count={countOf(one, counts)}
          isChosen={one === view && !department}
          search={withFilters(params, { view: one, department: null }).toString()}
          onChosen={onChosen}
        />
      ))}
      {departments.length > 0 && (
        <h3 className="px-2 pt-4 pb-1 text-xs font-medium text-muted-foreground">{t("views.departments")}</h3>
      )}
      {departments.map(({ id, name }) => (
        <Entry
          key={id}
          icon={UsersRoundIcon}
          label={name}
          count={counts && (counts.by_department[id] ?? 0)}
          isChosen={department === id}
          search={withFilters(params, { view: "open", department: id }).toString()}
          onChosen={onChosen}
        />
      ))}
    </nav>
  );
}

type EntryProps = {
  icon: LucideIcon;
  label: string;
  count: number | undefined;
  isChosen: boolean;
  search: string;
  onChosen?: () => void;
};

function Entry({ icon: Icon, label, count, isChosen, search, onChosen }: EntryProps) {
  const { t } = useTranslation("inbox");
  return (
    <Link
      to={{ pathname: "/inbox", search }}
      aria-current={isChosen ? "page" : undefined}
      className={cn(
        "flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60",
        isChosen && "bg-accent font-medium text-accent-foreground",
      )}
      onClick={onChosen}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {count ? (
        <span className="text-xs text-muted-foreground tabular-nums">
          <span aria-hidden>{formatNumber(count)}</span>
          <span className="sr-only">{t("list.count", { count })}</span>
        </span>
      ) : null}
    </Link>
  );
}
