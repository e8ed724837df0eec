import { useTranslation } from "react-i18next";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/utils";

const SHAPES = ["w-48", "w-64", "w-40 self-end", "w-56", "w-72 self-end", "w-44 self-end", "w-60"];

/** The shape of a thread that is being loaded. */
export function ThreadSkeleton() {
  const { t } = useTranslation("common");
  return (
    <div
      role="status"
      aria-label={t("loading")}
      className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden bg-thread p-4"
    >
      {SHAPES.map((shape, index) => (
        <Skeleton key={index} className={cn("h-12 shrink-0 rounded-lg", shape)} />
      ))}
    </div>
  );
}
