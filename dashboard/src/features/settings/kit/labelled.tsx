import { useId, type ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";

type Props = Omit<ComponentProps<typeof Input>, "onChange" | "value"> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
};

/** A line outside of a form's own fields. */
export function Line({ label, value, onChange, ...input }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Input id={id} {...input} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

type TextProps = { label: string; hint?: string; value: string; onChange: (value: string) => void; rows?: number };

/** Some lines outside of a form's own fields. */
export function LongText({ label, hint, value, onChange, rows = 3 }: TextProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Textarea
        id={id}
        rows={rows}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-muted-foreground">
          {hint}
        </p>
      )}
    </div>
  );
}
