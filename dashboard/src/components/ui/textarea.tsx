import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { FIELD } from "./overlay";

/** A field of many lines; it grows with what is written. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea data-slot="textarea" className={cn(FIELD, "field-sizing-content min-h-16 py-2", className)} {...props} />
  );
}
