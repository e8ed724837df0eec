import { UsersRoundIcon, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { formatNumber, formatUpTo, initialsOf } from "@/lib/format";
import { cn } from "@/lib/utils";

type Props = {
  /** A view's mark; a department has none of its own. */
  icon?: LucideIcon;
  label: string;
  count: number | undefined;
  isChosen: boolean;
  isNarrow?: boolean;
  search: string;
  onChosen?: () => void;
};

/** The way to a view or a department, with how many conversations are in it; narrow, only its mark and a number. */
export function ViewLink({ icon, label, count, isChosen, isNarrow = false, search, onChosen }: Props) {
  const { t } = useTranslation("inbox");
  const Icon = icon ?? UsersRoundIcon;
  const link = (
    <Link
      to={{ pathname: "/inbox", search }}
      aria-current={isChosen ? "page" : undefined}
      className={cn(
        "relative flex min-h-8 shrink-0 items-center gap-2 rounded-md px-2 py-1 outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60",
        isChosen && "bg-accent font-medium text-accent-foreground",
        isNarrow && "min-h-9 justify-center",
      )}
      onClick={onChosen}
    >
      {isNarrow && !icon ? (
        <span aria-hidden className="text-xs font-medium text-muted-foreground">
          {initialsOf(label)}
        </span>
      ) : (
        <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      )}
      <span className={isNarrow ? "sr-only" : "min-w-0 flex-1 truncate"}>{label}</span>
      {count ? (
        <span
          className={cn(
            "text-xs text-muted-foreground tabular-nums",
            isNarrow && "absolute top-0 right-0 text-[0.6875rem] leading-4 font-medium",
          )}
        >
          <span aria-hidden>{isNarrow ? formatUpTo(count) : formatNumber(count)}</span>
          <span className="sr-only">{t("list.count", { count })}</span>
        </span>
      ) : null}
    </Link>
  );
  if (!isNarrow) return link;
  return (
    <Tooltip>
      <TooltipTrigger asChild>{link}</TooltipTrigger>
      <TooltipContent side="right">{label}</TooltipContent>
    </Tooltip>
  );
}
