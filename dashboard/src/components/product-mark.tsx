import { cn } from "@/lib/utils";

/** The product's sign, as in `public/favicon.svg`. Its name is said beside it. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cn("size-7 shrink-0", className)}>
      <rect width="32" height="32" rx="9" className="fill-primary" />
      <path d="M9 24V9.5A2.5 2.5 0 0 1 11.5 7H18a6 6 0 0 1 0 12h-4.2L9 24Z" className="fill-primary-foreground" />
      <circle cx="17.6" cy="13" r="2.1" className="fill-primary" />
    </svg>
  );
}
