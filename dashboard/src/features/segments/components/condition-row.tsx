import { ArrowDownIcon, ArrowUpIcon, Trash2Icon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Toggle } from "@/components/ui/toggle";
import type { Condition, Node } from "../utils/conditions";
import { LeafEditor } from "./leaf-editor";

type ToolsProps = {
  name: string;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  isFirst: boolean;
  isLast: boolean;
};

/** Moves a condition or group among those beside it, or takes it out. */
export function NodeTools({ name, onMove, onRemove, isFirst, isLast }: ToolsProps) {
  const { t } = useTranslation("segments");
  return (
    <div className="ml-auto flex shrink-0 items-center">
      <Button
        variant="ghost"
        size="icon-sm"
        disabled={isFirst}
        aria-label={t("builder.up", { name })}
        onClick={() => onMove(-1)}
      >
        <ArrowUpIcon aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        disabled={isLast}
        aria-label={t("builder.down", { name })}
        onClick={() => onMove(1)}
      >
        <ArrowDownIcon aria-hidden />
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={t("builder.remove", { name })} onClick={onRemove}>
        <Trash2Icon aria-hidden />
      </Button>
    </div>
  );
}

type Props = Omit<ToolsProps, "name"> & {
  condition: Condition;
  problem: string | undefined;
  onChange: (node: Node) => void;
};

/** One condition: whether it is or is not, and what. */
export function ConditionRow({ condition, problem, onChange, ...tools }: Props) {
  const { t } = useTranslation("segments");
  const name = t(`kind.${condition.leaf.type}`);
  return (
    <div role="group" aria-label={name} className="grid gap-1 rounded-md border bg-card px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{name}</span>
        <Toggle
          size="sm"
          variant="outline"
          pressed={condition.isNegated}
          onPressedChange={(isNegated) => onChange({ ...condition, isNegated })}
          aria-label={t("builder.negate", { name })}
        >
          {t("builder.not")}
        </Toggle>
        <LeafEditor leaf={condition.leaf} onChange={(leaf) => onChange({ ...condition, leaf })} />
        <NodeTools name={name} {...tools} />
      </div>
      {problem && <p className="text-[0.8125rem] text-destructive">{t(`problem.${problem}`)}</p>}
    </div>
  );
}
