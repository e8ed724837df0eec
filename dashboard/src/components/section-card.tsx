import { useId, type ReactNode } from "react";
import { cn } from "@/lib/utils";

type Props = { title: string; description?: ReactNode; action?: ReactNode; danger?: boolean; children?: ReactNode };

/** A part of a page, with its own heading. */
export function SectionCard({ title, description, action, danger, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cn("mb-4 rounded-lg border bg-card p-4 sm:p-5", danger && "border-destructive/40")}
    >
      <div className="mb-4 flex flex-wrap items-start justify-between gap-2 last:mb-0">
        <div className="min-w-0">
          <h2 id={id} className="text-sm font-semibold">
            {title}
          </h2>
          {description && <p className="mt-0.5 max-w-2xl text-sm text-muted-foreground">{description}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
