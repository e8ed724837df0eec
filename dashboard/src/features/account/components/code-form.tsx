import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { ApiError } from "@/lib/api-error";

type Answers = { onError: (error: unknown) => void };
type Props = {
  action: string;
  pending: boolean;
  onCode: (code: string, answers: Answers) => void;
  label?: string;
};

/** Asks for a code of the authenticator app. */
export function CodeForm({ action, pending, onCode, label }: Props) {
  const { t } = useTranslation("account");
  const [problem, setProblem] = useState<string | null>(null);
  const schema = z.object({
    code: z
      .string()
      .trim()
      .min(1, t("field.required", { ns: "common" })),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: "" } });
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.code === "CODE_REFUSED")
      form.setError("code", { message: error.message }, { shouldFocus: true });
    else setProblem(applyApiErrors(form, error));
  };
  const send = form.handleSubmit(({ code }) => {
    setProblem(null);
    onCode(code.replaceAll(/\s/g, ""), { onError });
  });
  return (
    <Form {...form}>
      <form noValidate className="grid gap-4" onSubmit={(event) => void send(event)}>
        <FormProblem text={problem} />
        <TextField
          control={form.control}
          name="code"
          label={label ?? t("twoFactor.code")}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <SubmitButton pending={pending}>{action}</SubmitButton>
      </form>
    </Form>
  );
}
