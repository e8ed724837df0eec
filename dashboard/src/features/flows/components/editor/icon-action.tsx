import type { LucideIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";

type Props = {
  icon: LucideIcon;
  label: string;
  keys?: string;
  disabled?: boolean;
  className?: string;
  onClick: () => void;
};

/** A button that is only a sign; its name and its keys are told beside it. */
export function IconAction({ icon: Icon, label, keys, disabled, className, onClick }: Props) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={label}
          {...(keys ? { "aria-keyshortcuts": keys.replaceAll("Ctrl", "Control") } : {})}
          disabled={disabled ?? false}
          className={className}
          onClick={onClick}
        >
          <Icon aria-hidden />
        </Button>
      </TooltipTrigger>
      <TooltipContent>
        {label}
        {keys && <kbd className="ml-2 font-sans opacity-70">{keys}</kbd>}
      </TooltipContent>
    </Tooltip>
  );
}
