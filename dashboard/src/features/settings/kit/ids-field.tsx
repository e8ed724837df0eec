import { useId } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FormDescription, FormField, FormItem, FormMessage } from "@/components/ui/form";
import { Label } from "@/components/ui/label";
import type { Option } from "./options";

type Props<Values extends FieldValues> = {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  description?: string;
  options: readonly Option[];
};

/** A choice of any number in a form. */
export function IdsField<Values extends FieldValues>({ control, name, label, description, options }: Props<Values>) {
  if (options.length === 0) return null;
  return (
    <FormField
      control={control}
      name={name}
      render={({ field }) => (
        <FormItem>
          <CheckList label={label} options={options} chosen={field.value} onChange={field.onChange} />
          {description && <FormDescription>{description}</FormDescription>}
          <FormMessage />
        </FormItem>
      )}
    />
  );
}

type ListProps = {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Boxes to tick under one heading. */
export function CheckList({ label, options, chosen, onChange }: ListProps) {
  const id = useId();
  const toggle = (value: string, on: boolean) =>
    onChange(options.map((one) => one.value).filter((one) => (one === value ? on : chosen.includes(one))));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex max-h-40 flex-wrap gap-x-5 gap-y-1.5 overflow-y-auto">
        {options.map(({ value, label: text }) => (
          <span key={value} className="inline-flex min-h-6 items-center gap-2">
            <Checkbox
              id={`${id}-${value}`}
              checked={chosen.includes(value)}
              onCheckedChange={(on) => toggle(value, on === true)}
            />
            <Label htmlFor={`${id}-${value}`} className="font-normal">
              {text}
            </Label>
          </span>
        ))}
      </div>
    </fieldset>
  );
}
