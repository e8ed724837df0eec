import { useNow } from "@/hooks/use-now";
import { formatDateTime, formatRelative } from "@/lib/format";

type Props = { at: string; className?: string };

/** How long ago something was; the full time on hover. `at` is ISO 8601. */
export function RelativeTime({ at, className }: Props) {
  const now = useNow();
  return (
    <time dateTime={at} title={formatDateTime(at)} className={className}>
      {formatRelative(at, now)}
    </time>
  );
}
