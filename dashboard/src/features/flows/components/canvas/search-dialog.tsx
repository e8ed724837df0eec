import { useFlowT } from "../../hooks/use-flow-t";
import { useMemo, useState } from "react";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { kindOf } from "../../nodes/registry";
import { useEditor } from "../../stores/editor";
import { useView } from "../../stores/view";
import { searchNodes, type Hit } from "../../utils/search";
import { KindIcon } from "../palette/kind-list";

const MAX_HITS = 50;

/** Finds nodes by their name, kind or text, and goes there. */
export function SearchDialog() {
  const t = useFlowT();
  const isOpen = useView((state) => state.isSearching);
  return (
    <Dialog open={isOpen} onOpenChange={useView.getState().setSearching}>
      <DialogContent className="top-[12dvh] translate-y-0 overflow-hidden p-0" showCloseButton={false}>
        <DialogHeader className="sr-only">
          <DialogTitle>{t("editor.search.title")}</DialogTitle>
          <DialogDescription>{t("editor.search.hint")}</DialogDescription>
        </DialogHeader>
        <Search />
      </DialogContent>
    </Dialog>
  );
}

function Search() {
  const t = useFlowT();
  const [query, setQuery] = useState("");
  const document = useEditor((state) => state.document);
  const hits = useMemo(() => searchNodes(document, query, t).slice(0, MAX_HITS), [document, query, t]);
  const goTo = (id: string) => {
    useEditor.getState().select({ nodes: [id] });
    useView.getState().revealOnCanvas("node", id);
    useView.getState().setSearching(false);
  };
  return (
    <Command shouldFilter={false} label={t("editor.search.title")} loop>
      <CommandInput value={query} onValueChange={setQuery} placeholder={t("editor.search.hint")} />
      <CommandList className="p-1">
        <CommandEmpty>{t("editor.search.none")}</CommandEmpty>
        {hits.map((hit) => (
          <CommandItem key={hit.node.id} value={hit.node.id} onSelect={goTo}>
            <HitLine hit={hit} />
          </CommandItem>
        ))}
      </CommandList>
    </Command>
  );
}

function HitLine({ hit }: { hit: Hit }) {
  const kind = kindOf(hit.node.type);
  return (
    <>
      {kind && <KindIcon kind={kind} />}
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium">{hit.title}</span>
        <span className="truncate text-xs text-muted-foreground">{hit.excerpt}</span>
      </span>
    </>
  );
}
