import { ReactFlowProvider } from "@xyflow/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { flowQuery } from "@/api/flows/get-flow";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { useAutosave } from "../../hooks/use-autosave";
import { useClipboard } from "../../hooks/use-clipboard";
import { useEditorKeys } from "../../hooks/use-editor-keys";
import { useFindingsCheck } from "../../hooks/use-findings-check";
import { useOpenFlow } from "../../hooks/use-open-flow";
import { useIsWide } from "../../hooks/use-media";
import { useEditor } from "../../stores/editor";
import { useHighlight } from "../../stores/highlight";
import { followServer } from "../../stores/saver";
import { useView } from "../../stores/view";
import { Canvas } from "../canvas/canvas";
import { SearchDialog } from "../canvas/search-dialog";
import { Palette } from "../palette/palette";
import { ConflictDialog } from "./conflict-dialog";
import { EditorSkeleton } from "./editor-skeleton";
import { LeaveGuard } from "./leave-guard";
import { PanelSheet, PaletteSheet } from "./sheets";
import { SidePanel } from "./side-panel";
import { TopBar } from "./top-bar";

/** Where a flow is drawn, tried out and published. */
export function FlowEditor({ flowId }: { flowId: string }) {
  const query = useQuery({ ...flowQuery(flowId), refetchOnMount: "always" });
  const openFlowId = useEditor((state) => state.flowId);
  useOpenFlow(flowId, query.isFetchedAfterMount ? query.data : undefined);
  useEffect(() => {
    if (query.data) followServer(query.data);
  }, [query.data]);
  useEffect(() => () => useHighlight.setState(useHighlight.getInitialState()), [flowId]);
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || openFlowId !== flowId) return <EditorSkeleton />;
  return (
    <ReactFlowProvider key={flowId}>
      <Editor view={query.data} />
    </ReactFlowProvider>
  );
}

function Editor({ view }: { view: Schema<"FlowView"> }) {
  const isReadOnly = !useMay("flows:edit");
  const isWide = useIsWide();
  const isPanelHidden = useView((state) => state.isPanelHidden);
  useAutosave(!isReadOnly);
  useFindingsCheck(view.id);
  useEditorKeys(isReadOnly);
  useClipboard(isReadOnly);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <TopBar view={view} isReadOnly={isReadOnly} palette={!isWide && !isReadOnly && <PaletteSheet />} />
      <div className="flex min-h-0 flex-1">
        {isWide && !isReadOnly && (
          <aside className="w-48 shrink-0 overflow-y-auto border-r bg-card">
            <Palette />
          </aside>
        )}
        <div className="relative min-w-0 flex-1">
          <Canvas isReadOnly={isReadOnly} />
        </div>
        {isWide && !isPanelHidden && (
          <aside className="w-[22rem] shrink-0 border-l bg-card xl:w-96">
            <SidePanel flowId={view.id} isReadOnly={isReadOnly} />
          </aside>
        )}
        {!isWide && (
          <PanelSheet>
            <SidePanel flowId={view.id} isReadOnly={isReadOnly} />
          </PanelSheet>
        )}
      </div>
      <SearchDialog />
      <ConflictDialog flowId={view.id} />
      <LeaveGuard />
    </div>
  );
}
