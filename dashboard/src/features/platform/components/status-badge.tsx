import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";

const TONES = { active: "success", trial: "info", suspended: "warning", cancelled: "destructive" } as const;

/** In which state a company is. */
export function StatusBadge({ status }: { status: Schema<"TenantStatus"> }) {
  const { t } = useTranslation("platform");
  return <Badge variant={TONES[status]}>{t(`status.${status}`)}</Badge>;
}
