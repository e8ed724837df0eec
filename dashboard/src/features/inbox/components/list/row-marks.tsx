import {
  AlarmClockIcon,
  BotIcon,
  ClockIcon,
  FlagIcon,
  HourglassIcon,
  LockIcon,
  MoonIcon,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ConversationRow } from "@/api/conversations/list-conversations";
import { formatDuration } from "@/lib/format";
import { cn } from "@/lib/utils";
import type { Names } from "../../hooks/use-names";
import { isAsleep } from "../../utils/matching";
import { pressingPromise } from "../../utils/promise";
import { windowOf } from "../../utils/service-window";

type Props = { row: ConversationRow; names: Names; now: number };

/** How a conversation stands, in small words: who has it, what presses, and its tags. */
export function RowMarks({ row, names, now }: Props) {
  const { t } = useTranslation("inbox");
  const isOver = row.status === "resolved" || row.status === "archived";
  const assignee = names.user(row.assigned_to);
  const department = names.department(row.department_id);
  return (
    <span className="flex h-5 items-center gap-1.5 overflow-hidden text-xs whitespace-nowrap text-muted-foreground">
      {isOver && <span>{t(`list.status.${row.status}`)}</span>}
      {!isOver && <Pressing row={row} now={now} />}
      {row.handler === "bot" && <Mark icon={BotIcon}>{t("list.bot")}</Mark>}
      {assignee && <span className="truncate">{assignee}</span>}
      {!assignee && department && <span className="truncate">{department}</span>}
      {row.tag_ids.map((id) => {
        const tag = names.tag(id);
        return (
          tag && (
            <span key={id} className="inline-flex min-w-0 items-center gap-1 rounded border px-1">
              <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ backgroundColor: tag.color }} />
              <span className="truncate">{tag.name}</span>
            </span>
          )
        );
      })}
    </span>
  );
}

function Pressing({ row, now }: Omit<Props, "names">) {
  const { t } = useTranslation("inbox");
  const { state, secondsLeft } = windowOf(row, now);
  const promise = pressingPromise(row, now);
  const waits = row.waiting_since ? Math.max(0, now - Date.parse(row.waiting_since)) / 1000 : null;
  return (
    <>
      {(row.priority === "urgent" || row.priority === "high") && (
        <Mark icon={FlagIcon} className={row.priority === "urgent" ? "text-destructive" : "text-warning"}>
          {t(`priority.${row.priority}`)}
        </Mark>
      )}
      {promise && (
        <Mark
          icon={AlarmClockIcon}
          className={promise.isLate ? "text-destructive" : "text-warning"}
          isShort
          label={t(promise.isLate ? "list.sla.late" : "list.sla.due", {
            promise: t(`promise.${promise.kind === "resolution" ? "resolution" : "first_response"}`),
            time: formatDuration(Math.abs(promise.secondsLeft)),
          })}
        >
          {formatDuration(Math.abs(promise.secondsLeft))}
        </Mark>
      )}
      {isAsleep(row, now) && <Mark icon={MoonIcon}>{t("list.snoozed")}</Mark>}
      {row.status === "waiting" && waits !== null && (
        <Mark icon={HourglassIcon} isShort label={t("list.waiting", { time: formatDuration(waits) })}>
          {formatDuration(waits)}
        </Mark>
      )}
      {state === "closing" && (
        <Mark
          icon={ClockIcon}
          className="text-warning"
          isShort
          label={t("list.window.closing", { time: formatDuration(secondsLeft) })}
        >
          {formatDuration(secondsLeft)}
        </Mark>
      )}
      {state === "closed" && <Mark icon={LockIcon} isShort label={t("list.window.closed")} />}
    </>
  );
}

type MarkProps = { icon: LucideIcon; className?: string; label?: string; isShort?: boolean; children?: ReactNode };

/** A small word with an icon; `label` says in full what is shown short. */
function Mark({ icon: Icon, className, label, isShort, children }: MarkProps) {
  return (
    <span title={label} className={cn("inline-flex shrink-0 items-center gap-1", className)}>
      <Icon aria-hidden className="size-3" />
      {isShort ? <span aria-hidden>{children}</span> : children}
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
