import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/utils";

const LOOKS = {
  approved: "success",
  pending: "info",
  in_appeal: "info",
  rejected: "destructive",
  disabled: "destructive",
  paused: "warning",
  limit_exceeded: "warning",
  pending_deletion: "secondary",
  deleted: "secondary",
  archived: "secondary",
  other: "outline",
} as const;

/** Whether a template may be sent, and why not. */
export function StatusBadge({ status }: { status: Schema<"TemplateStatus"> }) {
  const { t } = useTranslation("templates");
  return <Badge variant={LOOKS[status]}>{t(`status.${status}`)}</Badge>;
}

const DOTS = { green: "bg-success", yellow: "bg-warning", red: "bg-destructive", unknown: "bg-muted-foreground" };

/** How customers take a template. */
export function Quality({ quality }: { quality: Schema<"TemplateQuality"> }) {
  const { t } = useTranslation("templates");
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className={cn("size-2 rounded-full", DOTS[quality])} />
      {t(`quality.${quality}`)}
    </span>
  );
}
