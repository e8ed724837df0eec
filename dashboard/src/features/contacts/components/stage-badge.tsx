import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";

const LOOKS = { lead: "secondary", prospect: "info", customer: "success", churned: "warning" } as const;

/** How far somebody is on the way to being a customer. */
export function StageBadge({ stage }: { stage: Schema<"LifecycleStage"> }) {
  const { t } = useTranslation("contacts");
  return <Badge variant={LOOKS[stage]}>{t(`stage.${stage}`)}</Badge>;
}
