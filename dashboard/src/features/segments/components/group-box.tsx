import { PlusIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { cn } from "@/lib/utils";
import { conditionOf, groupOf, MODES, type Group, type Node } from "../utils/conditions";
import type { LeafType } from "../utils/document";
import { newLeaf } from "../utils/new-leaf";
import type { Problem } from "../utils/problems";
import { ConditionRow, NodeTools } from "./condition-row";
import { SmallSelect } from "./small-select";

const KINDS: readonly LeafType[] = [
  "tag",
  "lifecycle",
  "lead_score",
  "consent",
  "attribute",
  "text",
  "time",
  "open_conversation",
  "blocked",
];

function AddMenu({ onAdd }: { onAdd: (node: Node) => void }) {
  const { t } = useTranslation("segments");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size="sm">
          <PlusIcon aria-hidden />
          {t("builder.add")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        {KINDS.map((kind) => (
          <DropdownMenuItem key={kind} onSelect={() => onAdd(conditionOf(newLeaf(kind)))}>
            {t(`kind.${kind}`)}
          </DropdownMenuItem>
        ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => onAdd(groupOf("any"))}>{t("builder.group")}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

export type Edits = {
  change: (id: string, by: (node: Node) => Node | null) => void;
  move: (id: string, by: -1 | 1) => void;
  add: (groupId: string, node: Node) => void;
};

type Props = {
  group: Group;
  problems: readonly Problem[];
  edits: Edits;
  place?: { isFirst: boolean; isLast: boolean };
};

/** A group of conditions, of which all, any, none or not all must hold; groups stand within groups. */
export function GroupBox({ group, problems, edits, place }: Props) {
  const { t } = useTranslation("segments");
  const problemOf = (id: string) => problems.find((one) => one.id === id)?.key;
  const own = problemOf(group.id);
  const tools = (node: Node, index: number) => ({
    isFirst: index === 0,
    isLast: index === group.children.length - 1,
    onMove: (by: -1 | 1) => edits.move(node.id, by),
    onRemove: () => edits.change(node.id, () => null),
  });
  return (
    <div
      role="group"
      aria-label={t(`mode.${group.mode}`)}
      className={cn("grid gap-2", place && "rounded-md border border-l-4 border-l-primary/60 bg-muted/40 p-3")}
    >
      <div className="flex flex-wrap items-center gap-2">
        <SmallSelect
          label={t("builder.mode")}
          value={group.mode}
          options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
          onChange={(mode) => edits.change(group.id, () => ({ ...group, mode }))}
          className="sm:max-w-none"
        />
        {place && (
          <NodeTools
            name={t("builder.group")}
            {...place}
            onMove={(by) => edits.move(group.id, by)}
            onRemove={() => edits.change(group.id, () => null)}
          />
        )}
      </div>
      {group.children.map((node, index) =>
        node.kind === "group" ? (
          <GroupBox key={node.id} group={node} problems={problems} edits={edits} place={tools(node, index)} />
        ) : (
          <ConditionRow
            key={node.id}
            condition={node}
            problem={problemOf(node.id)}
            onChange={(next) => edits.change(node.id, () => next)}
            {...tools(node, index)}
          />
        ),
      )}
      {own && <p className="text-[0.8125rem] text-muted-foreground">{t(`problem.${own}`)}</p>}
      <div>
        <AddMenu onAdd={(node) => edits.add(group.id, node)} />
      </div>
    </div>
  );
}
