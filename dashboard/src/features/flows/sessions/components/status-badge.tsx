import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";

const LOOKS = {
  active: "info",
  awaiting: "info",
  waiting: "info",
  completed: "success",
  transferred: "secondary",
  expired: "warning",
  failed: "destructive",
  cancelled: "outline",
} as const;

/** How a session stands. */
export function StatusBadge({ status }: { status: Schema<"SessionStatus"> }) {
  const { t } = useTranslation("flow-panels");
  return <Badge variant={LOOKS[status]}>{t(`status.${status}`)}</Badge>;
}
