import { ArrowLeftIcon, ArrowUpIcon, Trash2Icon } from "lucide-react";
import { useMemo, type KeyboardEvent } from "react";
import { useShallow } from "zustand/react/shallow";
import { Button } from "@/components/ui/button";
import { useFlowT } from "../../hooks/use-flow-t";
import { useEditor } from "../../stores/editor";
import { useFindings } from "../../stores/findings";
import { PANEL_TOP, useView } from "../../stores/view";
import { nodeOf, type FlowEdge } from "../../utils/document";
import { isElsewhere } from "../../utils/key-target";
import { titleOf } from "../../utils/search";
import { drawnHandle, edgesFrom, waysOf } from "../../utils/ways";
import { EdgeCondition } from "../fields/edge-condition";
import { RemarkList } from "../panels/remark-list";
import { Choice } from "./choice";
import { Field } from "./field";
import { PanelTitle } from "./panel-title";
import { useTargets } from "./ways-editor";

const NO_REMARKS: never[] = [];

type Props = { edge: FlowEdge; flowId: string; isReadOnly: boolean };

/** An edge: which way out it lies on, where it leads, and under which condition. */
export function EdgeProperties({ edge, flowId, isReadOnly }: Props) {
  const t = useFlowT();
  const remarks = useFindings((state) => state.byEdge.get(edge.id)) ?? NO_REMARKS;
  const { changeEdge, disconnect, raiseEdge } = useEditor.getState();
  const flow = useEditor((state) => state.document);
  const source = useEditor((state) => nodeOf(state.document, edge.source));
  const siblings = useEditor(useShallow((state) => edgesFrom(state.document, edge.source)));
  const targets = useTargets(edge.source);
  const ways = useMemo(() => (source ? waysOf(source, siblings, t) : []), [source, siblings, t]);
  /** Who may change nothing opens an edge without a condition on the canvas only: there is no button to go back to. */
  const goBack = () => backToSource(edge, isReadOnly && !edge.condition ? PANEL_TOP : edge.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isElsewhere(event.nativeEvent)) return;
    event.stopPropagation();
    goBack();
  };
  const remove = () => {
    disconnect(edge.id);
    backToSource(edge, PANEL_TOP);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape from any field of it goes back.
    <div className="flex flex-col gap-4" onKeyDown={onKeyDown}>
      <div>
        <PanelTitle>{t("editor.edge.title")}</PanelTitle>
        {source && (
          <Button
            variant="link"
            size="sm"
            className="h-auto min-h-6 max-w-full justify-start p-0 whitespace-normal"
            onClick={goBack}
          >
            <ArrowLeftIcon aria-hidden />
            {t("editor.edge.from", { title: titleOf(source, t) })}
          </Button>
        )}
      </div>
      <RemarkList remarks={remarks} />
      <Field label={t("editor.edge.way")}>
        {(ids) => (
          <Choice
            {...ids}
            value={drawnHandle(source, edge)}
            options={ways.map((way) => ({ value: way.handle, label: way.label }))}
            onChange={(handle) => changeEdge(edge.id, { handle })}
            disabled={isReadOnly}
          />
        )}
      </Field>
      <Field label={t("editor.edge.target")}>
        {(ids) => (
          <Choice
            {...ids}
            value={edge.target}
            options={targets}
            onChange={(target) => changeEdge(edge.id, { target })}
            disabled={isReadOnly}
          />
        )}
      </Field>
      <EdgeCondition
        flow={flow}
        flowId={flowId}
        edge={edge}
        label={t("editor.edge.condition")}
        hint={t("editor.edge.conditionHint")}
        isReadOnly={isReadOnly}
        onChange={(condition) => changeEdge(edge.id, { condition })}
      />
      {!isReadOnly && (
        <div className="flex flex-wrap gap-2 border-t pt-4">
          <Button variant="outline" size="sm" disabled={siblings[0]?.id === edge.id} onClick={() => raiseEdge(edge.id)}>
            <ArrowUpIcon aria-hidden />
            {t("editor.edge.earlier")}
          </Button>
          <Button variant="outline" size="sm" className="text-destructive" onClick={remove}>
            <Trash2Icon aria-hidden />
            {t("editor.deleteEdge")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Shows the node that the edge leaves, where the edge was opened; the focus goes along. */
function backToSource({ source }: FlowEdge, focusOn: string): void {
  useEditor.getState().select({ nodes: [source] });
  useView.getState().focusOn(focusOn);
}
