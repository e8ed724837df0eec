import { ChevronDownIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from "@/components/ui/collapsible";
import { cn } from "@/lib/utils";
import { usePanelSections, type PanelSection } from "../../stores/panel-sections";

type Props = { name: PanelSection; count?: number; children: ReactNode };

/** A part of the panel; whether it is open is remembered. What is in a closed one is not asked for. */
export function Section({ name, count, children }: Props) {
  const { t } = useTranslation("inbox");
  const isOpen = usePanelSections((state) => !state.closed.includes(name));
  const setOpen = usePanelSections((state) => state.setOpen);
  return (
    <Collapsible open={isOpen} onOpenChange={(open) => setOpen(name, open)} className="border-b">
      <h3>
        <CollapsibleTrigger className="flex w-full items-center gap-2 px-4 py-2.5 text-left text-xs font-semibold outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60 focus-visible:ring-inset">
          <span className="flex-1">{t(`panel.sections.${name}`)}</span>
          {count ? <span className="font-normal text-muted-foreground">{count}</span> : null}
          <ChevronDownIcon
            aria-hidden
            className={cn("size-4 text-muted-foreground transition-transform", isOpen || "-rotate-90")}
          />
        </CollapsibleTrigger>
      </h3>
      <CollapsibleContent className="px-4 pb-4">{children}</CollapsibleContent>
    </Collapsible>
  );
}
