import { kindName, kindHint } from "../../utils/kind-texts";
import { useFlowT } from "../../hooks/use-flow-t";
import type { DragEvent } from "react";
import { useAddNode } from "../../hooks/use-add-node";
import { GROUPS, type NodeKind } from "../../nodes/kind";
import { KINDS } from "../../nodes/registry";
import { useView } from "../../stores/view";
import { KindIcon } from "./kind-list";
import { DRAGGED_KIND } from "./dragged-kind";

/** The kinds of node, to be dragged onto the canvas or added to its middle by a click or Enter; a finger drags nothing,
 * and is told to tap. */
export function Palette({ onAdded }: { onAdded?: () => void }) {
  const t = useFlowT();
  const present = GROUPS.filter((group) => KINDS.some((kind) => kind.group === group));
  return (
    <nav aria-label={t("editor.palette.title")} className="flex flex-col gap-3 p-2">
      {!onAdded && (
        <p className="hidden px-2 text-xs text-muted-foreground pointer-coarse:block">{t("editor.palette.hint")}</p>
      )}
      {present.map((group) => (
        <section key={group} aria-label={t(`groups.${group}`)}>
          <h3 className="px-2 pb-1 text-xs font-medium text-muted-foreground">{t(`groups.${group}`)}</h3>
          <ul className="flex flex-col gap-0.5">
            {KINDS.filter((kind) => kind.group === group).map((kind) => (
              <li key={kind.type}>
                <PaletteItem kind={kind} {...(onAdded ? { onAdded } : {})} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function PaletteItem({ kind, onAdded }: { kind: NodeKind; onAdded?: () => void }) {
  const t = useFlowT();
  const addNode = useAddNode();
  const add = () => {
    const id = addNode(kind.type);
    if (id) useView.getState().revealOnCanvas("node", id);
    onAdded?.();
  };
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(DRAGGED_KIND, kind.type);
    event.dataTransfer.effectAllowed = "copy";
  };
  return (
    <button
      type="button"
      draggable
      onDragStart={onDragStart}
      onClick={add}
      title={kindHint(kind.type, t)}
      className="flex w-full cursor-grab items-center gap-2 rounded-md px-2 py-1 text-left text-sm outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60 active:cursor-grabbing"
    >
      <KindIcon kind={kind} />
      <span className="min-w-0 truncate">{kindName(kind.type, t)}</span>
    </button>
  );
}
