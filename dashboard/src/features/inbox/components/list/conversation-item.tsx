import { UserRoundIcon } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ConversationRow } from "@/api/conversations/list-conversations";
import { Avatar, AvatarFallback } from "@/components/ui/avatar";
import { Checkbox } from "@/components/ui/checkbox";
import { useNow } from "@/hooks/use-now";
import { formatDateTime, formatListTime, formatNumber, formatPhone, initialsOf } from "@/lib/format";
import { useAllPhones } from "@/lib/phones";
import { cn } from "@/lib/utils";
import type { Names } from "../../hooks/use-names";
import { useSelection } from "../../stores/selection";
import { RowMarks } from "./row-marks";
import { RowPreview } from "./row-preview";

type Props = { row: ConversationRow; names: Names; search: string; isOpen: boolean; maySelect: boolean };

/** One conversation of the list. Drawn anew only when it, or a minute, changed. */
export const ConversationItem = memo(function ConversationItem({ row, names, search, isOpen, maySelect }: Props) {
  const { t } = useTranslation("inbox");
  const now = useNow();
  useAllPhones();
  const isTicked = useSelection((state) => state.ids.has(row.id));
  const isSelecting = useSelection((state) => state.isSelecting || state.ids.size > 0);
  const name = row.contact_name || (row.contact_phone ? formatPhone(row.contact_phone) : t("list.unnamed"));
  const isUnread = row.unread_count > 0;
  return (
    <div
      className={cn(
        "group/row relative border-b",
        isOpen ? "bg-accent" : "hover:bg-muted/60",
        isTicked && "bg-primary/10",
      )}
    >
      <Link
        to={{ pathname: `/inbox/${row.id}`, search }}
        aria-current={isOpen ? "page" : undefined}
        className="flex gap-2.5 px-3 py-2 outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60 focus-visible:ring-inset"
      >
        <Avatar className="mt-0.5 size-9 shrink-0" aria-hidden>
          <AvatarFallback className={cn(row.needs_attention && "bg-warning/20 text-foreground")}>
            {row.contact_name ? initialsOf(row.contact_name) : <UserRoundIcon className="size-4" />}
          </AvatarFallback>
        </Avatar>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className={cn("truncate", isUnread ? "font-semibold" : "font-medium")}>{name}</span>
            {row.last_message_at && (
              <time
                dateTime={row.last_message_at}
                title={formatDateTime(row.last_message_at)}
                className="ml-auto shrink-0 text-xs text-muted-foreground tabular-nums"
              >
                {formatListTime(row.last_message_at, now)}
              </time>
            )}
          </span>
          <span className="flex items-center gap-2">
            <span
              className={cn(
                "h-5 min-w-0 flex-1 truncate text-[0.8125rem]",
                isUnread ? "text-foreground" : "text-muted-foreground",
              )}
            >
              <RowPreview row={row} />
            </span>
            {isUnread && (
              <span className="min-w-5 shrink-0 rounded-full bg-primary px-1.5 text-center text-xs leading-5 font-medium text-primary-foreground tabular-nums">
                <span aria-hidden>{formatNumber(row.unread_count)}</span>
                <span className="sr-only">{t("list.unread", { count: row.unread_count })}</span>
              </span>
            )}
          </span>
          <RowMarks row={row} names={names} now={now} />
        </span>
      </Link>
      {maySelect && (
        <span
          className={cn(
            "absolute top-2.5 left-3 flex size-9 items-center justify-center rounded-full bg-card shadow-xs transition-opacity focus-within:opacity-100 group-hover/row:opacity-100",
            !isSelecting && "opacity-0 pointer-coarse:pointer-events-none",
          )}
        >
          <Checkbox
            aria-label={t("list.select", { name })}
            checked={isTicked}
            onCheckedChange={() => useSelection.getState().toggle(row.id)}
            className="size-5"
          />
        </span>
      )}
    </div>
  );
});
