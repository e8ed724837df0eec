import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { z } from "zod";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { useDisableTwoFactor } from "../api/two-factor";

/** Does without the second factor, for the password and a code. */
export function DisableTwoFactor({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("account");
  const { mutate, isPending } = useDisableTwoFactor();
  const [problem, setProblem] = useState<string | null>(null);
  const required = z
    .string()
    .trim()
    .min(1, t("field.required", { ns: "common" }));
  const schema = z.object({ password: z.string().min(1, t("field.required", { ns: "common" })), code: required });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: "", code: "" } });
  const send = form.handleSubmit((body) => {
    setProblem(null);
    mutate(body, {
      onSuccess: () => {
        toast.success(t("twoFactor.disable.done"));
        onDone();
      },
      onError: (error) => setProblem(applyApiErrors(form, error)),
    });
  });
  return (
    <Form {...form}>
      <form noValidate className="grid gap-4" onSubmit={(event) => void send(event)}>
        <FormProblem text={problem} />
        <TextField
          control={form.control}
          name="password"
          type="password"
          label={t("password.old")}
          autoComplete="current-password"
        />
        <TextField
          control={form.control}
          name="code"
          label={t("twoFactor.codeOrRecovery")}
          autoComplete="one-time-code"
        />
        <SubmitButton variant="destructive" pending={isPending}>
          {t("twoFactor.disable.action")}
        </SubmitButton>
      </form>
    </Form>
  );
}
