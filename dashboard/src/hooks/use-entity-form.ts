import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, type DefaultValues, type FieldPath, type FieldValues } from "react-hook-form";
import { toast } from "sonner";
import type { z } from "zod";
import { applyApiErrors } from "@/components/form-errors";
import { ApiError } from "@/lib/api-error";
import { isStale, tellErrorOrReload } from "@/lib/tell-error";

type Given<Values extends FieldValues> = {
  schema: z.ZodType<Values, Values>;
  /** The thing as it was read; news of it reach the fields that nobody touched. */
  values: Values;
  send: (values: Values) => Promise<unknown>;
  /** What is said when it is done. */
  done?: string;
  onDone?: () => void;
  /** What the fields hold after it was sent; what was sent, unless it is a secret. */
  after?: (sent: Values) => Values;
  /** The API's name of a field as the form's own. */
  rename?: (field: string) => string;
  reload?: () => void;
};

/** A form over something that was read: what the API finds wrong goes to the fields, and a lost race may be read again. */
export function useEntityForm<Values extends FieldValues>(given: Given<Values>) {
  const form = useForm<Values>({
    resolver: zodResolver(given.schema),
    defaultValues: given.values as DefaultValues<Values>,
    values: given.values,
    resetOptions: { keepDirtyValues: true },
  });

  const fail = (error: unknown) => {
    if (given.reload && isStale(error)) return tellErrorOrReload(error, given.reload);
    const details = error instanceof ApiError ? error.details : [];
    const rename = given.rename ?? ((field: string) => field);
    const names = Object.fromEntries(details.map(({ field }) => [field, rename(field) as FieldPath<Values>]));
    const left = applyApiErrors(form, error, names);
    if (left) toast.error(left);
  };

  const submit = form.handleSubmit(async (values) => {
    try {
      await given.send(values);
      form.reset(given.after ? given.after(values) : values, { keepDirtyValues: false });
      if (given.done) toast.success(given.done);
      given.onDone?.();
    } catch (error) {
      fail(error);
    }
  });

  const { isDirty, isSubmitting } = form.formState;
  return { form, submit, dirty: isDirty, pending: isSubmitting };
}
