import { useTranslation } from "react-i18next";
import { showValue } from "@/lib/json-value";
import { useFlowT } from "../../hooks/use-flow-t";
import { useEditor } from "../../stores/editor";
import { useView } from "../../stores/view";
import { nodeOf } from "../../utils/document";
import { titleOf } from "../../utils/search";
import type { Happened } from "../utils/turns";

/** Fields that say nothing to people. */
const SILENT = ["effect", "id"];

/** What the flow asked of the world, and the node that wanted it, to which it leads. */
export function EffectText({ happened: { kind, node, version, effect } }: { happened: Happened }) {
  const { t } = useTranslation("flow-panels");
  const fields = Object.entries(effect ?? {}).filter(([name, value]) => !SILENT.includes(name) && !isNothing(value));
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <p className="font-medium">{t(`effects.${kind}`, { defaultValue: kind })}</p>
        {node && !version && <NodeLink nodeId={node} />}
      </div>
      {!effect && <p className="text-xs text-muted-foreground">{t("state.too_large")}</p>}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs text-muted-foreground">
        {fields.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="font-mono">{name}</dt>
            <dd className="min-w-0 break-words text-foreground">{showValue(value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function NodeLink({ nodeId }: { nodeId: string }) {
  const flowT = useFlowT();
  const node = useEditor((state) => nodeOf(state.document, nodeId));
  return (
    <button
      type="button"
      disabled={!node}
      onClick={() => useView.getState().revealOnCanvas("node", nodeId)}
      className="min-h-6 max-w-full truncate rounded text-xs text-muted-foreground underline-offset-2 outline-none enabled:hover:underline focus-visible:ring-2 focus-visible:ring-ring"
    >
      {node ? titleOf(node, flowT) : nodeId}
    </button>
  );
}

function isNothing(value: unknown): boolean {
  if (value === null || value === false || value === "" || value === 0) return true;
  return typeof value === "object" && Object.keys(value as object).length === 0;
}
