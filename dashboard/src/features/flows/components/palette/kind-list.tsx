import { kindName, kindHint } from "../../utils/kind-texts";
import { useFlowT } from "../../hooks/use-flow-t";
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { cn } from "@/lib/utils";
import { GROUPS, type NodeKind } from "../../nodes/kind";
import { KINDS } from "../../nodes/registry";

/** The kinds of node to choose from, found by writing. */
export function KindList({ onChoose }: { onChoose: (type: string) => void }) {
  const t = useFlowT();
  return (
    <Command label={t("editor.palette.title")} loop>
      <CommandInput placeholder={t("editor.palette.search")} />
      <CommandList>
        <CommandEmpty>{t("editor.palette.none")}</CommandEmpty>
        {GROUPS.map((group) => (
          <CommandGroup key={group} heading={t(`groups.${group}`)}>
            {KINDS.filter((kind) => kind.group === group && kind.type !== "start").map((kind) => (
              <CommandItem
                key={kind.type}
                value={kind.type}
                keywords={[kindName(kind.type, t), kindHint(kind.type, t)]}
                onSelect={() => onChoose(kind.type)}
              >
                <KindIcon kind={kind} />
                {kindName(kind.type, t)}
              </CommandItem>
            ))}
          </CommandGroup>
        ))}
      </CommandList>
    </Command>
  );
}

/** The sign of a kind of node. */
export function KindIcon({ kind }: { kind: NodeKind }) {
  return (
    <span className={cn("flex size-6 shrink-0 items-center justify-center rounded-md", kind.tone)}>
      <kind.icon aria-hidden className="size-3.5 text-current" />
    </span>
  );
}
