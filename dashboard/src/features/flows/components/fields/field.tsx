import { useId, type ReactNode } from "react";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/utils";
import { useFormScope, type Said } from "./form-scope";

/** What a control takes from its field. */
export type Control = { id: string; "aria-invalid"?: true; "aria-describedby"?: string; disabled: boolean };

type Props = {
  /** The field of the node's data; errors about it are shown here. */
  path: string;
  /** Whether errors about anything inside it are shown here too. */
  within?: boolean;
  label: string;
  /** The label is there for those who cannot see it only. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** Small buttons beside the label. */
  actions?: ReactNode;
  /** How long the text is and may be. */
  count?: { length: number; limit: number };
  className?: string;
  children: (control: Control) => ReactNode;
};

/** One named control with its hint and what is wrong with it. */
export function Field({ path, within, label, isLabelHidden, hint, actions, count, className, children }: Props) {
  const id = useId();
  const { says, readOnly } = useFormScope();
  const said = says(path, within);
  const described = [hint ? `${id}-hint` : "", said ? `${id}-said` : ""].filter(Boolean).join(" ");
  const control: Control = {
    id,
    ...(said?.severity === "error" ? { "aria-invalid": true as const } : {}),
    ...(described ? { "aria-describedby": described } : {}),
    disabled: readOnly,
  };
  return (
    <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      {(!isLabelHidden || actions) && (
        <div className="flex min-h-6 items-center gap-1">
          <Label htmlFor={id} className={cn("mr-auto", isLabelHidden && "sr-only")}>
            {label}
          </Label>
          {count && <Count {...count} />}
          {actions}
        </div>
      )}
      {isLabelHidden && !actions && (
        <Label htmlFor={id} className="sr-only">
          {label}
        </Label>
      )}
      {children(control)}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted-foreground">
          {hint}
        </p>
      )}
      {said && <SaidText id={`${id}-said`} said={said} />}
    </div>
  );
}

/** What is wrong, in its colour. */
export function SaidText({ id, said }: { id?: string; said: Said }) {
  return (
    <p id={id} className={cn("text-xs", said.severity === "error" ? "text-destructive" : "text-warning")}>
      {said.message}
    </p>
  );
}

/** Said from early on where the limit is near at hand, else when it comes near. */
function Count({ length, limit }: { length: number; limit: number }) {
  if (limit > 1_500 && length < limit * 0.8) return null;
  return (
    <span
      aria-hidden
      className={cn("text-xs tabular-nums", length > limit ? "text-destructive" : "text-muted-foreground")}
    >
      {length}/{limit}
    </span>
  );
}
