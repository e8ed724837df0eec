import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { formatDuration, formatTime } from "@/lib/format";
import { showValue } from "@/lib/json-value";
import { cn } from "@/lib/utils";
import { useFlowT } from "../../hooks/use-flow-t";
import { type FlowDocument, nodeOf } from "../../utils/document";
import { titleOf } from "../../utils/search";

type Props = {
  session: Schema<"FlowSessionDetail">;
  document: FlowDocument;
  index: number;
  onGo: (to: number) => void;
};

/** The steps, under what woke the session each time. */
export function Timeline({ session, document, index, onGo }: Props) {
  const { t } = useTranslation("flow-panels");
  const stimuli = new Map(session.sprints.map((sprint) => [sprint.number, sprint.stimulus]));
  return (
    <ol className="space-y-0.5">
      {session.steps.map((step, at) => (
        <li key={at}>
          {session.steps[at - 1]?.sprint !== step.sprint && (
            <p className="mt-2 mb-1 truncate text-xs font-medium text-muted-foreground">
              {step.after_ms >= 1000 && `+${formatDuration(step.after_ms / 1000)} · `}
              <Stimulus stimulus={stimuli.get(step.sprint)} fallback={t("stimuli.start")} />
            </p>
          )}
          <StepButton
            step={step}
            document={document}
            isCurrent={at === index}

            onGo={() => onGo(at)}
          />
        </li>
      ))}
    </ol>
  );
}

/** What woke the session: words of the contact, a timer, the answer of a call. */
function Stimulus({ stimulus, fallback }: { stimulus: unknown; fallback: string }) {
  const { t } = useTranslation("flow-panels");
  const known = typeof stimulus === "object" && stimulus !== null ? (stimulus as Record<string, unknown>) : {};
  const kind = typeof known.stimulus === "string" ? known.stimulus : null;
  if (kind === null) return fallback;
  if (kind === "reply") return t("stimuli.reply", { text: String(known.text ?? "") });
  return t(`stimuli.${kind}`, { defaultValue: kind });
}

type StepProps = {
  step: Schema<"StepRow">;
  document: FlowDocument;
  isCurrent: boolean;
  onGo: () => void;
};

function StepButton({ step, document, isCurrent, onGo }: StepProps) {
  const { t } = useTranslation("flow-panels");
  const flowT = useFlowT();
  const node = step.version_id ? undefined : nodeOf(document, step.node);
  const values = Object.entries((step.values ?? {}) as Record<string, unknown>);
  return (
    <button
      ref={useInSight(isCurrent)}
      type="button"
      aria-current={isCurrent ? "step" : undefined}
      onClick={onGo}
      className={cn(
        "w-full rounded-md border border-transparent px-2.5 py-1.5 text-left text-xs outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring",
        isCurrent && "border-info bg-info/10",
      )}
    >
      <span className="flex justify-between gap-2">
        <span className="truncate font-medium">{node ? titleOf(node, flowT) : step.node}</span>
        <time className="shrink-0 text-muted-foreground tabular-nums" dateTime={step.at}>
          {formatTime(step.at)}
        </time>
      </span>
      <span className="block text-muted-foreground">
        {t(`events.${step.event}`, { defaultValue: step.event })}
        {step.edge && ` → ${step.edge}`}
        {step.reason && ` · ${step.reason}`}
        {step.version_id && ` · ${t("sessions.elsewhere")}`}
      </span>
      {values.length > 0 && (
        <span className="block font-mono break-words text-muted-foreground">
          {values.map(([name, value]) => `${name} = ${showValue(value)}`).join(", ")}
        </span>
      )}
      <span className="flex flex-wrap gap-1">
        {step.effects.map((effect) => (
          <EffectBadge key={effect.id} effect={effect} />
        ))}
      </span>
    </button>
  );
}

function EffectBadge({ effect: { message, call } }: { effect: Schema<"EffectOfStep"> }) {
  const { t } = useTranslation("flow-panels");
  if (message)
    return (
      <Badge variant={message.status === "failed" ? "destructive" : "secondary"}>
        {t("sessions.message", { type: message.type, status: t(`delivery.${message.status}`) })}
        {message.error_code && ` · ${message.error_code}`}
      </Badge>
    );
  if (call)
    return (
      <Badge variant={call.error_code ? "destructive" : "info"}>
        {t(`calls.kinds.${call.kind}`, { defaultValue: call.kind })}
      </Badge>
    );
  return null;
}

/** Scrolls to what is current. */
function useInSight(isCurrent: boolean) {
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return place;
}
