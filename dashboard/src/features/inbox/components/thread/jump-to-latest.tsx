import { ArrowDownIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/lib/format";
import type { ThreadItem } from "../../utils/thread-items";

type Props = { items: readonly ThreadItem[]; leftAt: string | null; onJump: () => void };

/** How many messages of the contact came below since the end was left. */
export function newSince(items: readonly ThreadItem[], leftAt: string | null): number {
  const from = items.findLastIndex(({ key }) => key === leftAt);
  if (from < 0) return 0;
  return items.slice(from + 1).filter((item) => item.kind === "message" && item.message.direction === "inbound").length;
}

/** Goes to the end of the thread; tells how much came there meanwhile. */
export function JumpToLatest({ items, leftAt, onJump }: Props) {
  const { t } = useTranslation("inbox");
  const count = newSince(items, leftAt);
  return (
    <button
      type="button"
      aria-label={count ? t("thread.latestNew", { count }) : t("thread.latest")}
      className="absolute right-4 bottom-4 flex size-10 items-center justify-center rounded-full border bg-card text-card-foreground shadow-md outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60"
      onClick={onJump}
    >
      <ArrowDownIcon aria-hidden className="size-5" />
      {count > 0 && (
        <span
          aria-hidden
          className="absolute -top-2 left-1/2 min-w-5 -translate-x-1/2 rounded-full bg-primary px-1.5 text-xs font-medium text-primary-foreground tabular-nums"
        >
          {formatNumber(count)}
        </span>
      )}
    </button>
  );
}
