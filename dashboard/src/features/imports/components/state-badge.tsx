import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";

const LOOKS = {
  queued: "secondary",
  running: "info",
  done: "success",
  failed: "destructive",
  cancelled: "warning",
} as const;

/** Where an import is; a dry run is called a check. */
export function StateBadge({ importing }: { importing: Pick<Schema<"ImportRow">, "state" | "is_dry_run"> }) {
  const { t } = useTranslation("imports");
  return (
    <span className="inline-flex items-center gap-1.5">
      <Badge variant={LOOKS[importing.state]}>{t(`state.${importing.state}`)}</Badge>
      {importing.is_dry_run && <Badge variant="outline">{t("state.check")}</Badge>}
    </span>
  );
}
