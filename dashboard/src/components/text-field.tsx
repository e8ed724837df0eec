import type { ComponentProps, ReactNode } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { PasswordInput } from "@/components/password-input";
import { FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from "@/components/ui/form";
import { Input } from "@/components/ui/input";

type Props<Values extends FieldValues, Context, Sent> = Omit<ComponentProps<"input">, "name" | "form"> & {
  control: Control<Values, Context, Sent>;
  name: FieldPath<Values>;
  label: string;
  description?: ReactNode;
};

/** A field of one line in a form, with its label, what to know about it, and what is wrong with it. */
export function TextField<Values extends FieldValues, Context, Sent>(props: Props<Values, Context, Sent>) {
  const { control, name, label, description, type, ...input } = props;
  const Control = type === "password" ? PasswordInput : Input;
  return (
    <FormField
      control={control}
      name={name}
      render={({ field }) => (
        <FormItem>
          <FormLabel>{label}</FormLabel>
          <FormControl>
            <Control {...input} {...(type === "password" ? {} : { type })} {...field} />
          </FormControl>
          {description && <FormDescription>{description}</FormDescription>}
          <FormMessage />
        </FormItem>
      )}
    />
  );
}
