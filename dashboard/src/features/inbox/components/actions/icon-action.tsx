import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";

type Props = Omit<ComponentProps<typeof Button>, "children"> & { icon: LucideIcon; label: string; keys?: string };

/** A button that is an icon, with its name and its key in a tooltip. */
export function IconAction({ icon: Icon, label, keys, ...props }: Props) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={label} aria-keyshortcuts={keys} {...props}>
          <Icon aria-hidden />
        </Button>
      </TooltipTrigger>
      <TooltipContent>
        <span>{label}</span>
        {keys ? <Kbd className="ml-2">{keys}</Kbd> : null}
      </TooltipContent>
    </Tooltip>
  );
}
