import { CopyIcon, FlagIcon, Trash2Icon } from "lucide-react";
import { Suspense, useCallback } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { useFlowT } from "../../hooks/use-flow-t";
import type { NodeKind, Renamed } from "../../nodes/kind";
import { kindOf } from "../../nodes/registry";
import { useEditor } from "../../stores/editor";
import { useFindings } from "../../stores/findings";
import type { FlowNode, NodeData } from "../../utils/document";
import { kindHint, kindName } from "../../utils/kind-texts";
import { KindIcon } from "../palette/kind-list";
import { RemarkList } from "../panels/remark-list";
import { Field } from "./field";
import { PanelTitle } from "./panel-title";
import { WaysEditor } from "./ways-editor";

const NO_REMARKS: never[] = [];

type Props = { node: FlowNode; flowId: string; isReadOnly: boolean };

/** A node: its name, what the check says of it, its own form, and where its ways out lead. */
export function NodeProperties({ node, flowId, isReadOnly }: Props) {
  const t = useFlowT();
  const kind = kindOf(node.type);
  const remarks = useFindings((state) => state.byNode.get(node.id)) ?? NO_REMARKS;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start gap-2">
        {kind && <KindIcon kind={kind} />}
        <div className="min-w-0">
          <PanelTitle>{kind ? kindName(node.type, t) : node.type}</PanelTitle>
          <p className="text-xs text-muted-foreground">{kind ? kindHint(node.type, t) : t("editor.node.unknown")}</p>
        </div>
      </div>
      <RemarkList remarks={remarks} />
      <Field label={t("editor.node.title")} hint={t("editor.node.id", { id: node.id })}>
        {(ids) => (
          <Input
            {...ids}
            value={typeof node.title === "string" ? node.title : ""}
            placeholder={kind ? kindName(node.type, t) : node.type}
            maxLength={80}
            disabled={isReadOnly}
            onChange={(event) => useEditor.getState().renameNode(node.id, event.target.value)}
          />
        )}
      </Field>
      {kind && <KindForm kind={kind} node={node} flowId={flowId} isReadOnly={isReadOnly} />}
      <WaysEditor node={node} isReadOnly={isReadOnly} />
      {!isReadOnly && <NodeActions node={node} />}
    </div>
  );
}

function KindForm({ kind: { Form }, node, flowId, isReadOnly }: Props & { kind: NodeKind }) {
  const flow = useEditor((state) => state.document);
  const findings = useFindings((state) => state.byNode.get(node.id)) ?? NO_REMARKS;
  const onChange = useCallback(
    (data: NodeData, renamed?: Renamed) => useEditor.getState().updateNode(node.id, data, renamed),
    [node.id],
  );
  return (
    <Suspense fallback={<Skeleton className="h-40 w-full" />}>
      <Form node={node} onChange={onChange} flow={flow} flowId={flowId} findings={findings} readOnly={isReadOnly} />
    </Suspense>
  );
}

function NodeActions({ node }: { node: FlowNode }) {
  const t = useFlowT();
  const { duplicate, removeSelection, setEntry } = useEditor.getState();
  const isStart = node.type === "start";
  return (
    <div className="flex flex-wrap gap-2 border-t pt-4">
      {!isStart && (
        <Button variant="outline" size="sm" onClick={duplicate}>
          <CopyIcon aria-hidden />
          {t("editor.duplicate")}
        </Button>
      )}
      {!isStart && (
        <Button variant="outline" size="sm" onClick={() => setEntry(node.id)}>
          <FlagIcon aria-hidden />
          {t("editor.setEntry")}
        </Button>
      )}
      <Button variant="outline" size="sm" className="text-destructive" onClick={removeSelection}>
        <Trash2Icon aria-hidden />
        {t("editor.delete")}
      </Button>
    </div>
  );
}
