import { useId, type ReactNode } from "react";
import { cn } from "@/lib/utils";

type Props = { title: string; action?: ReactNode; children: ReactNode; className?: string };

/** A part of the home screen. */
export function HomeCard({ title, action, children, className }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn("rounded-lg border bg-card p-4", className)}>
      <div className="mb-3 flex items-center justify-between gap-2">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
