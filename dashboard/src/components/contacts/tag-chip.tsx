import { XIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { name: string; color: string; onRemove?: { label: string; run: () => void }; children?: ReactNode };

/** A tag: a dot in its colour beside its name, which every reader can tell. */
export function TagChip({ name, color, onRemove }: Props) {
  return (
    <span className="inline-flex max-w-48 items-center gap-1.5 rounded-md border bg-card px-1.5 py-0.5 text-xs">
      <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ backgroundColor: color }} />
      <span className="truncate">{name}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={onRemove.label}
          onClick={onRemove.run}
          className="-mr-1 inline-flex size-6 items-center justify-center rounded-sm text-muted-foreground outline-none hover:text-foreground focus-visible:ring-[3px] focus-visible:ring-ring/60"
        >
          <XIcon aria-hidden className="size-3" />
        </button>
      )}
    </span>
  );
}
