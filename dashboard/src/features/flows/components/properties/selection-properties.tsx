import {
  AlignHorizontalDistributeCenterIcon,
  AlignStartHorizontalIcon,
  AlignStartVerticalIcon,
  AlignVerticalDistributeCenterIcon,
  ClipboardCopyIcon,
  CopyIcon,
  Trash2Icon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { useClipboardActions } from "../../hooks/use-clipboard";
import { useEditor } from "../../stores/editor";
import type { Alignment } from "../../utils/edit";

const ALIGNMENTS: [Alignment, typeof CopyIcon][] = [
  ["left", AlignStartVerticalIcon],
  ["top", AlignStartHorizontalIcon],
  ["spread_x", AlignHorizontalDistributeCenterIcon],
  ["spread_y", AlignVerticalDistributeCenterIcon],
];

/** Several nodes: to be put in line, copied, or taken away. */
export function SelectionProperties({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation("flows");
  const { nodes, edges } = useEditor((state) => state.selection);
  const { align, duplicate, removeSelection } = useEditor.getState();
  const { copy } = useClipboardActions();
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-sm font-semibold">
        {nodes.length
          ? t("editor.selection.nodes", { count: nodes.length })
          : t("editor.selection.edges", { count: edges.length })}
      </h2>
      {nodes.length > 0 && (
        <Button variant="outline" size="sm" onClick={() => void copy()}>
          <ClipboardCopyIcon aria-hidden />
          {t("editor.copy")}
        </Button>
      )}
      {!isReadOnly && nodes.length > 1 && (
        <div className="grid grid-cols-2 gap-2">
          {ALIGNMENTS.map(([how, Icon]) => (
            <Button key={how} variant="outline" size="sm" className="justify-start" onClick={() => align(how)}>
              <Icon aria-hidden />
              {t(`editor.align.${how}`)}
            </Button>
          ))}
        </div>
      )}
      {!isReadOnly && (
        <div className="flex flex-wrap gap-2">
          <Button variant="outline" size="sm" onClick={duplicate} disabled={!nodes.length}>
            <CopyIcon aria-hidden />
            {t("editor.duplicate")}
          </Button>
          <Button variant="outline" size="sm" className="text-destructive" onClick={removeSelection}>
            <Trash2Icon aria-hidden />
            {t("editor.delete")}
          </Button>
        </div>
      )}
    </div>
  );
}
