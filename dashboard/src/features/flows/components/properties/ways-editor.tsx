import { useDeferredValue, useMemo, type ComponentProps } from "react";
import { useShallow } from "zustand/react/shallow";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils";
import { useFlowT } from "../../hooks/use-flow-t";
import { usePanelFocus } from "../../hooks/use-panel-focus";
import { useEditor } from "../../stores/editor";
import { PANEL_TOP, useView } from "../../stores/view";
import type { FlowNode } from "../../utils/document";
import { titleOf } from "../../utils/search";
import { edgesFrom, waysOf, type Way } from "../../utils/ways";
import type { FlowsT } from "../../nodes/kind";
import { kindOf } from "../../nodes/registry";
import { Choice } from "./choice";
import { Field } from "./field";

const NOWHERE = " ";

/** Where the ways out of a node lead: the drawing, for hands that do not draw. */
export function WaysEditor({ node, isReadOnly }: { node: FlowNode; isReadOnly: boolean }) {
  const t = useFlowT();
  const leaving = useEditor(useShallow((state) => edgesFrom(state.document, node.id)));
  const ways = waysOf(node, leaving, t);
  const targets = useTargets(node.id);
  if (!ways.length) return <p className="text-xs text-muted-foreground">{t("editor.ways.none")}</p>;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 border-t pt-4">
      <legend className="float-left mb-1 text-sm font-semibold">{t("editor.ways.title")}</legend>
      {ways.map((way) => (
        <WayTarget key={way.handle} nodeId={node.id} way={way} targets={targets} isReadOnly={isReadOnly} />
      ))}
    </fieldset>
  );
}

type TargetProps = { nodeId: string; way: Way; targets: { value: string; label: string }[]; isReadOnly: boolean };

function WayTarget({ nodeId, way, targets, isReadOnly }: TargetProps) {
  const t = useFlowT();
  const { connect, disconnect } = useEditor.getState();
  const plain = way.edges.find((edge) => !edge.condition);
  const conditional = way.edges.filter((edge) => edge.condition);
  const choose = (target: string) => {
    if (target !== NOWHERE) connect({ source: nodeId, handle: way.handle, target });
    else if (plain) disconnect(plain.id);
  };
  return (
    <Field label={way.label} hint={way.isStray ? t("editor.ways.stray", { handle: way.handle }) : undefined}>
      {(ids) => (
        <>
          <Choice
            {...ids}
            value={plain?.target ?? NOWHERE}
            onChange={choose}
            options={[{ value: NOWHERE, label: t("editor.ways.nowhere") }, ...targets]}
            disabled={isReadOnly}
          />
          {plain && !isReadOnly && (
            <OpenEdge
              edgeId={plain.id}
              className="text-muted-foreground"
              aria-label={t("editor.ways.openOf", { way: way.label })}
            >
              {t("editor.ways.open")}
            </OpenEdge>
          )}
          {conditional.map((edge) => (
            <OpenEdge key={edge.id} edgeId={edge.id}>
              {t("editor.ways.when", {
                condition: edge.condition,
                target: targets.find((one) => one.value === edge.target)?.label ?? edge.target,
              })}
            </OpenEdge>
          ))}
        </>
      )}
    </Field>
  );
}

/** Shows an edge in place of its node; who comes back from there is here again. */
function OpenEdge({ edgeId, className, ...props }: ComponentProps<typeof Button> & { edgeId: string }) {
  const button = usePanelFocus<HTMLButtonElement>(edgeId);
  const open = () => {
    useEditor.getState().select({ edges: [edgeId] });
    useView.getState().focusOn(PANEL_TOP);
  };
  return (
    <Button
      ref={button}
      variant="ghost"
      size="sm"
      className={cn("h-auto justify-start py-1 text-left font-normal whitespace-normal", className)}
      onClick={open}
      {...props}
    />
  );
}

const labels = new WeakMap<FlowNode, { t: FlowsT; label: string }>();

/** The nodes that an edge may lead to, by name and by what they say. Typing does not wait for them. */
export function useTargets(from: string): { value: string; label: string }[] {
  const t = useFlowT();
  const nodes = useDeferredValue(useEditor((state) => state.document.nodes));
  return useMemo(
    () =>
      nodes.filter((node) => node.type !== "start").map((node) => ({ value: node.id, label: labelOf(node, from, t) })),
    [nodes, from, t],
  );
}

function labelOf(node: FlowNode, from: string, t: FlowsT): string {
  if (node.id === from) return withSummary(t("editor.ways.itself"), node, t);
  const known = labels.get(node);
  if (known?.t === t) return known.label;
  const label = withSummary(titleOf(node, t), node, t);
  labels.set(node, { t, label });
  return label;
}

function withSummary(title: string, node: FlowNode, t: FlowsT): string {
  const summary = kindOf(node.type)?.summary(node.data, t).slice(0, 48);
  return summary ? t("editor.ways.target", { title, summary }) : title;
}
