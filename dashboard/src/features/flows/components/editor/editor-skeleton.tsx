import { useTranslation } from "react-i18next";
import { Skeleton } from "@/components/ui/skeleton";

/** The editor before the flow is there. */
export function EditorSkeleton() {
  const { t } = useTranslation("flows");
  return (
    <div className="flex h-full flex-col" role="status" aria-label={t("editor.loading")}>
      <Skeleton className="m-2 h-8" />
      <div className="flex flex-1 gap-2 p-2">
        <Skeleton className="hidden w-52 lg:block" />
        <Skeleton className="flex-1" />
        <Skeleton className="hidden w-96 lg:block" />
      </div>
    </div>
  );
}
