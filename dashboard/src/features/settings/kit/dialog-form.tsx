import type { FormEventHandler, ReactNode } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { SubmitButton } from "@/components/submit-button";
import { DialogFooter } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { useTexts } from "./use-texts";

type Props<Values extends FieldValues> = {
  entity: { form: UseFormReturn<Values>; submit: FormEventHandler; pending: boolean };
  submitLabel?: string;
  children: ReactNode;
};

/** The fields of a window, and the button that sends them. */
export function DialogForm<Values extends FieldValues>({ entity, submitLabel, children }: Props<Values>) {
  const { t } = useTexts();
  return (
    <Form {...entity.form}>
      <form onSubmit={entity.submit} noValidate className="grid min-w-0 gap-4">
        {children}
        <DialogFooter>
          <SubmitButton pending={entity.pending}>{submitLabel ?? t("common:save")}</SubmitButton>
        </DialogFooter>
      </form>
    </Form>
  );
}
