import { ArrowUpIcon, Trash2Icon } from "lucide-react";
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { Button } from "@/components/ui/button";
import { useFlowT } from "../../hooks/use-flow-t";
import { useEditor } from "../../stores/editor";
import { useFindings } from "../../stores/findings";
import { nodeOf, type FlowEdge } from "../../utils/document";
import { titleOf } from "../../utils/search";
import { drawnHandle, edgesFrom, waysOf } from "../../utils/ways";
import { EdgeCondition } from "../fields/edge-condition";
import { RemarkList } from "../panels/remark-list";
import { Choice } from "./choice";
import { Field } from "./field";
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
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 className="text-sm font-semibold">{t("editor.edge.title")}</h2>
        <p className="text-xs text-muted-foreground">
          {t("editor.edge.from", { title: source ? titleOf(source, t) : edge.source })}
        </p>
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
          <Button variant="outline" size="sm" className="text-destructive" onClick={() => disconnect(edge.id)}>
            <Trash2Icon aria-hidden />
            {t("editor.deleteEdge")}
          </Button>
        </div>
      )}
    </div>
  );
}
