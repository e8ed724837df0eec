import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { useUnread } from "@/hooks/use-page-title";
import { formatUpTo } from "@/lib/format";
import { cn } from "@/lib/utils";
import { isWithin, type Place } from "../utils/navigation";

/** One line of the sidebar; narrow, it is its icon, and says its name on hover and focus. */
export function NavLink({ place, isNarrow }: { place: Place; isNarrow: boolean }) {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const isHere = isWithin(place, pathname);
  const name = t(`nav.${place.id}`);
  const Icon = place.icon;
  const link = (
    <Link
      to={place.path}
      aria-current={isHere ? "page" : undefined}
      className={cn(
        "relative flex h-9 items-center gap-3 rounded-md px-2.5 font-medium outline-none hover:bg-sidebar-accent/60 focus-visible:ring-[3px] focus-visible:ring-ring/60",
        isHere && "bg-sidebar-accent text-sidebar-accent-foreground",
        isNarrow && "justify-center px-0",
      )}
    >
      <Icon aria-hidden className={cn("size-4.5 shrink-0", isHere ? "text-primary" : "text-muted-foreground")} />
      <span className={cn("truncate", isNarrow && "sr-only")}>{name}</span>
      {place.id === "inbox" && <UnreadBadge isSmall={isNarrow} />}
    </Link>
  );
  if (!isNarrow) return link;
  return (
    <Tooltip>
      <TooltipTrigger asChild>{link}</TooltipTrigger>
      <TooltipContent side="right">{name}</TooltipContent>
    </Tooltip>
  );
}

/** How many conversations have something unread. */
export function UnreadBadge({ isSmall }: { isSmall: boolean }) {
  const { t } = useTranslation("shell");
  const unread = useUnread();
  if (unread === 0) return null;
  const shown = formatUpTo(unread);
  return (
    <span
      className={cn(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-primary px-1.5 text-xs font-semibold text-primary-foreground tabular-nums",
        isSmall ? "absolute top-0 right-0.5 h-4 min-w-4 px-1 text-[0.625rem]" : "ml-auto",
      )}
    >
      <span aria-hidden>{shown}</span>
      <span className="sr-only">{t("nav.unread", { count: unread })}</span>
    </span>
  );
}
