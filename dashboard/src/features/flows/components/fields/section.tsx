import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from "@/components/ui/collapsible";

/** What one rarely needs, folded away under its name. */
export function Section({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <Collapsible defaultOpen={isOpen} className="border-t pt-2">
      <CollapsibleTrigger className="group flex min-h-8 w-full items-center gap-1.5 rounded-sm text-left text-sm font-medium outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60">
        <ChevronRight aria-hidden className="size-4 transition-transform group-data-[state=open]:rotate-90" />
        {title}
      </CollapsibleTrigger>
      <CollapsibleContent className="flex flex-col gap-4 pt-2 pb-1">{children}</CollapsibleContent>
    </Collapsible>
  );
}
