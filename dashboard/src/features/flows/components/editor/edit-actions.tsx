import { ClipboardPasteIcon, Redo2Icon, SearchIcon, Undo2Icon, WorkflowIcon } from "lucide-react";
import { useReactFlow } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useClipboardActions } from "../../hooks/use-clipboard";
import { moveTime } from "../../hooks/use-canvas-view";
import { redo, undo, useEditor } from "../../stores/editor";
import { useView } from "../../stores/view";
import { IconAction } from "./icon-action";

/** Back and forth, search, paste, arrange. */
export function EditActions({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation("flows");
  const canUndo = useStore(useEditor.temporal, (state) => state.pastStates.length > 0);
  const canRedo = useStore(useEditor.temporal, (state) => state.futureStates.length > 0);
  const { paste } = useClipboardActions();
  const { fitView } = useReactFlow();
  const arrange = () => {
    useEditor.getState().autoLayout();
    requestAnimationFrame(() => void fitView({ duration: moveTime(), padding: 0.15, maxZoom: 1 }));
  };
  return (
    <div role="toolbar" aria-label={t("editor.actions")} className="flex items-center gap-0.5">
      {!isReadOnly && (
        <>
          <IconAction icon={Undo2Icon} label={t("editor.undo")} keys="Ctrl+Z" disabled={!canUndo} onClick={undo} />
          <IconAction icon={Redo2Icon} label={t("editor.redo")} keys="Ctrl+Y" disabled={!canRedo} onClick={redo} />
        </>
      )}
      <IconAction
        icon={SearchIcon}
        label={t("editor.search.title")}
        keys="Ctrl+F"
        onClick={() => useView.getState().setSearching(true)}
      />
      {!isReadOnly && (
        <>
          <IconAction icon={WorkflowIcon} label={t("editor.arrange")} onClick={arrange} />
          <IconAction
            icon={ClipboardPasteIcon}
            label={t("editor.paste")}
            className="max-sm:hidden"
            onClick={() => void paste()}
          />
        </>
      )}
    </div>
  );
}
