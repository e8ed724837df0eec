import { CircleCheckIcon } from "lucide-react";
import { EmptyState } from "@/components/empty-state";
import { useFlowT } from "../../hooks/use-flow-t";
import { useEditor } from "../../stores/editor";
import { useFindings, type Remark } from "../../stores/findings";
import { PANEL_TOP, useView } from "../../stores/view";
import { nodeOf } from "../../utils/document";
import { titleOf } from "../../utils/search";
import { RemarkIcon } from "./remark-list";

/** Everything that the check says, the errors first; each leads to where it is. */
export function FindingsPanel() {
  const t = useFlowT();
  const { all, isCurrent } = useFindings();
  const groups = (["error", "warning"] as const).map((severity) => ({
    severity,
    remarks: all.filter((remark) => remark.severity === severity),
  }));
  return (
    <div className="flex flex-col gap-4">
      <p aria-live="polite" className="text-xs text-muted-foreground">
        {isCurrent ? t("editor.findings.current") : t("editor.findings.stale")}
      </p>
      {all.length === 0 && isCurrent && (
        <EmptyState
          icon={CircleCheckIcon}
          title={t("editor.findings.none")}
          description={t("editor.findings.noneHint")}
        />
      )}
      {groups.map(
        ({ severity, remarks }) =>
          remarks.length > 0 && (
            <section key={severity} aria-label={t(`editor.findings.${severity}s`, { count: remarks.length })}>
              <h3 className="mb-1.5 text-sm font-semibold">
                {t(`editor.findings.${severity}s`, { count: remarks.length })}
              </h3>
              <ul className="flex flex-col gap-1.5">
                {remarks.map((remark, index) => (
                  <RemarkLine key={index} remark={remark} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

function RemarkLine({ remark }: { remark: Remark }) {
  const t = useFlowT();
  const node = useEditor((state) => (remark.node ? nodeOf(state.document, remark.node) : undefined));
  const goTo = () => {
    const { select } = useEditor.getState();
    if (remark.edge) select({ edges: [remark.edge] });
    else select({ nodes: node ? [node.id] : [] });
    if (remark.edge) useView.getState().revealOnCanvas("edge", remark.edge);
    else if (node) useView.getState().revealOnCanvas("node", node.id);
    useView.getState().openPanel("properties");
    useView.getState().focusOn(PANEL_TOP);
  };
  return (
    <li>
      <button
        type="button"
        onClick={goTo}
        className="flex w-full items-start gap-2 rounded-md border px-2.5 py-2 text-left text-sm outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60"
      >
        <RemarkIcon severity={remark.severity} />
        <span className="min-w-0">
          <span className="block break-words">{remark.message}</span>
          <span className="block truncate text-xs text-muted-foreground">
            {node ? titleOf(node, t) : t("editor.findings.wholeFlow")}
          </span>
        </span>
      </button>
    </li>
  );
}
