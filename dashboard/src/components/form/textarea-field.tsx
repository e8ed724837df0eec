import type { ComponentProps, ReactNode } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from "@/components/ui/form";
import { Textarea } from "@/components/ui/textarea";

type Props<Values extends FieldValues> = Omit<ComponentProps<typeof Textarea>, "name" | "form"> & {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  description?: ReactNode;
};

/** Some lines of a form. */
export function TextareaField<Values extends FieldValues>(props: Props<Values>) {
  const { control, name, label, description, ...area } = props;
  return (
    <FormField
      control={control}
      name={name}
      render={({ field }) => (
        <FormItem>
          <FormLabel>{label}</FormLabel>
          <FormControl>
            <Textarea {...area} {...field} />
          </FormControl>
          {description && <FormDescription>{description}</FormDescription>}
          <FormMessage />
        </FormItem>
      )}
    />
  );
}
