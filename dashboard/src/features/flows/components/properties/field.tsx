import { useId, type ReactNode } from "react";
import { Label } from "@/components/ui/label";

type Ids = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
type Props = { label: string; hint?: ReactNode; error?: string | undefined; children: (ids: Ids) => ReactNode };

/** A control with its label, what to know of it, and what is wrong with it. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const described = error || hint ? { "aria-describedby": `${id}-about` } : {};
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {children({ id, ...described, ...(error ? { "aria-invalid": true as const } : {}) })}
      {(error || hint) && (
        <p id={`${id}-about`} className={error ? "text-xs text-destructive" : "text-xs text-muted-foreground"}>
          {error || hint}
        </p>
      )}
    </div>
  );
}
