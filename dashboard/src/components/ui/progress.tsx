import { Progress as ProgressPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

/** How far something is, of a hundred; null where nobody knows. Give it an aria-label. */
export function Progress({ className, value, ...props }: ComponentProps<typeof ProgressPrimitive.Root>) {
  const isKnown = typeof value === "number";
  return (
    <ProgressPrimitive.Root
      data-slot="progress"
      value={value}
      className={cn("relative h-2 w-full overflow-hidden rounded-full bg-primary/20", className)}
      {...props}
    >
      <ProgressPrimitive.Indicator
        data-slot="progress-indicator"
        className={cn("h-full rounded-full bg-primary transition-[width]", !isKnown && "w-1/3 animate-pulse")}
        style={isKnown ? { width: `${Math.max(0, Math.min(100, value))}%` } : undefined}
      />
    </ProgressPrimitive.Root>
  );
}
