import { Slot } from "radix-ui";
import { createContext, use, useId, useMemo, type ComponentProps } from "react";
import {
  Controller,
  FormProvider,
  useFormContext,
  useFormState,
  type ControllerProps,
  type FieldPath,
  type FieldValues,
} from "react-hook-form";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/utils";

/** Hands a form to the fields within. */
export const Form = FormProvider;

const FieldContext = createContext<{ name: string } | null>(null);
const ItemContext = createContext<{ id: string } | null>(null);

/** One field, by its name in the form. */
export function FormField<Values extends FieldValues, Name extends FieldPath<Values>, Sent = Values>(
  props: ControllerProps<Values, Name, Sent>,
) {
  const field = useMemo(() => ({ name: props.name }), [props.name]);
  return (
    <FieldContext value={field}>
      <Controller {...props} />
    </FieldContext>
  );
}

/** The ids that tie a field to its label, its description and its error. */
function useFormField() {
  const field = use(FieldContext);
  const item = use(ItemContext);
  if (!field || !item) throw new Error("A part of a form stands outside of <FormField> and <FormItem>.");
  const { getFieldState } = useFormContext();
  const state = useFormState({ name: field.name });
  const { id } = item;
  return {
    name: field.name,
    itemId: `${id}-item`,
    descriptionId: `${id}-description`,
    messageId: `${id}-message`,
    ...getFieldState(field.name, state),
  };
}

/** A field with its label, description and error. */
export function FormItem({ className, ...props }: ComponentProps<"div">) {
  const id = useId();
  const item = useMemo(() => ({ id }), [id]);
  return (
    <ItemContext value={item}>
      <div data-slot="form-item" className={cn("grid content-start gap-1.5", className)} {...props} />
    </ItemContext>
  );
}

/** Its label. */
export function FormLabel({ className, ...props }: ComponentProps<typeof Label>) {
  const { error, itemId } = useFormField();
  return (
    <Label
      data-slot="form-label"
      data-error={!!error}
      className={cn("data-[error=true]:text-destructive", className)}
      htmlFor={itemId}
      {...props}
    />
  );
}

/** The control: gives the one child its id and what describes it. */
export function FormControl(props: ComponentProps<typeof Slot.Root>) {
  const { error, itemId, descriptionId, messageId } = useFormField();
  return (
    <Slot.Root
      data-slot="form-control"
      id={itemId}
      aria-describedby={error ? `${descriptionId} ${messageId}` : descriptionId}
      aria-invalid={!!error}
      {...props}
    />
  );
}

/** What to know about it. */
export function FormDescription({ className, ...props }: ComponentProps<"p">) {
  const { descriptionId } = useFormField();
  return (
    <p
      data-slot="form-description"
      id={descriptionId}
      className={cn("text-[0.8125rem] text-muted-foreground", className)}
      {...props}
    />
  );
}

/** What is wrong with it. */
export function FormMessage({ className, children, ...props }: ComponentProps<"p">) {
  const { error, messageId } = useFormField();
  const said = error ? (error.message ?? "") : children;
  if (!said) return null;
  return (
    <p
      data-slot="form-message"
      id={messageId}
      role="alert"
      className={cn("text-[0.8125rem] text-destructive", className)}
      {...props}
    >
      {said}
    </p>
  );
}
