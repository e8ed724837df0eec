import { PhoneCall } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { Badge } from "@/components/ui/badge";
import { formatNumber } from "@/lib/format";

/** What the session asked of the world: how long each took and how it ended. What was sent and answered is not told. */
export function Calls({ session }: { session: Schema<"FlowSessionDetail"> }) {
  const { t } = useTranslation("flow-panels");
  const made = session.steps.flatMap((step) =>
    step.effects.flatMap((effect) => (effect.call ? [{ step, call: effect.call }] : [])),
  );
  if (made.length === 0)
    return <EmptyState icon={PhoneCall} title={t("calls.none")} description={t("calls.none_hint")} />;
  return (
    <ul className="space-y-2">
      {made.map(({ step, call }) => (
        <li key={call.effect_id} className="space-y-1 rounded-md border p-2.5 text-xs">
          <div className="flex flex-wrap items-center gap-2">
            <span className="text-sm font-medium">{t(`calls.kinds.${call.kind}`, { defaultValue: call.kind })}</span>
            <Badge variant={call.error_code ? "destructive" : "secondary"}>
              {call.error_code ?? t(`calls.status.${call.status}`, { defaultValue: call.status })}
            </Badge>
          </div>
          <p className="text-muted-foreground">
            <span className="font-mono">{step.node}</span>
            {" · "}
            {t("calls.tries", { count: call.tries })}
            {call.milliseconds !== null && ` · ${t("calls.took", { time: formatNumber(call.milliseconds) })}`}
          </p>
        </li>
      ))}
      <li className="text-xs text-muted-foreground">{t("calls.private")}</li>
    </ul>
  );
}
