import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { formatTime } from "@/lib/format";
import { showValue } from "@/lib/json-value";
import { useFlowT } from "../../hooks/use-flow-t";
import { useEditor } from "../../stores/editor";
import { useView } from "../../stores/view";
import { nodeOf } from "../../utils/document";
import { titleOf } from "../../utils/search";

/** What happened at each node; each step leads to its node on the canvas. */
export function StepList({ steps }: { steps: readonly Schema<"Step">[] }) {
  return (
    <ol className="space-y-1">
      {steps.map((step, at) => (
        <StepLine key={at} step={step} />
      ))}
    </ol>
  );
}

function StepLine({ step }: { step: Schema<"Step"> }) {
  const { t } = useTranslation("flow-panels");
  const flowT = useFlowT();
  const node = useEditor((state) => nodeOf(state.document, step.node));
  const values = Object.entries(step.values ?? {});
  return (
    <li>
      <button
        type="button"
        disabled={!node}
        onClick={() => useView.getState().revealOnCanvas("node", step.node)}
        className="w-full rounded-md px-2.5 py-1.5 text-left text-xs outline-none enabled:hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring"
      >
        <span className="flex justify-between gap-2">
          <span className="truncate font-medium">{node ? titleOf(node, flowT) : step.node}</span>
          <time className="shrink-0 text-muted-foreground tabular-nums" dateTime={step.at}>
            {formatTime(step.at)}
          </time>
        </span>
        <span className="block text-muted-foreground">
          {t(`events.${step.event}`, { defaultValue: step.event })}
          {step.reason && ` · ${step.reason}`}
        </span>
        {values.length > 0 && (
          <span className="block font-mono break-words text-muted-foreground">
            {values.map(([name, value]) => `${name} = ${showValue(value)}`).join(", ")}
          </span>
        )}
      </button>
    </li>
  );
}
