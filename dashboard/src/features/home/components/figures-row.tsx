import { useQuery } from "@tanstack/react-query";
import {
  AlarmClock,
  CircleUser,
  Hourglass,
  Inbox,
  MessageCircleWarning,
  UserRoundX,
  type LucideIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { countsQuery, type InboxCounts } from "@/api/conversations/get-counts";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { formatNumber } from "@/lib/format";
import { cn } from "@/lib/utils";

type Figure = {
  name: "open" | "waiting" | "unassigned" | "mine" | "needs_attention" | "closing";
  icon: LucideIcon;
  to: string;
  /** Whether any at all is worth a look. */
  isUrgent?: boolean;
};

/** The figures, each with the view of the inbox that lists what it counts. */
const FIGURES: readonly Figure[] = [
  { name: "waiting", icon: Hourglass, to: "/inbox?view=waiting", isUrgent: true },
  { name: "needs_attention", icon: MessageCircleWarning, to: "/inbox?view=attention", isUrgent: true },
  { name: "mine", icon: CircleUser, to: "/inbox?view=mine" },
  { name: "unassigned", icon: UserRoundX, to: "/inbox?view=unassigned" },
  { name: "open", icon: Inbox, to: "/inbox?view=open" },
  { name: "closing", icon: AlarmClock, to: "/inbox?view=open&window=closing", isUrgent: true },
];

/** How many conversations there are of each kind, as they change. */
export function FiguresRow() {
  const { t } = useTranslation("home");
  const counts = useQuery(countsQuery);
  if (counts.error && !counts.data) return <ErrorState error={counts.error} onRetry={() => void counts.refetch()} />;
  return (
    <section aria-label={t("figures.label")}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        {FIGURES.map((figure) => (
          <FigureTile key={figure.name} figure={figure} counts={counts.data} />
        ))}
      </ul>
    </section>
  );
}

function FigureTile({ figure, counts }: { figure: Figure; counts: InboxCounts | undefined }) {
  const { t } = useTranslation("home");
  const { icon: Icon, name, to, isUrgent } = figure;
  const value = counts?.[name];
  return (
    <li>
      <Link
        to={to}
        className="grid h-full gap-1 rounded-lg border bg-card p-3 outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring"
      >
        <span className="flex items-center gap-1.5 text-xs text-muted-foreground">
          <Icon aria-hidden className="size-3.5 shrink-0" />
          {t(`figures.${name}`)}
        </span>
        {value === undefined ? (
          <Skeleton className="h-7 w-10" />
        ) : (
          <span className={cn("text-2xl font-semibold tabular-nums", isUrgent && value > 0 && "text-warning")}>
            {formatNumber(value)}
          </span>
        )}
      </Link>
    </li>
  );
}
