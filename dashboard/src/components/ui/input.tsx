import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { FIELD } from "./overlay";

/** A field of one line. */
export function Input({ className, type, ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      data-slot="input"
      className={cn(
        FIELD,
        "h-9 py-1 file:inline-flex file:h-7 file:border-0 file:bg-transparent file:text-sm file:font-medium file:text-foreground dark:[color-scheme:dark]",
        className,
      )}
      {...props}
    />
  );
}
