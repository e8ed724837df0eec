import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { ApiError } from "@/lib/api-error";
import { signIn } from "@/lib/session";
import { useVerifySecondFactor } from "../api/verify-second-factor";

type Props = {
  challenge: string;
  /** Told why, when the password has to be given again. */
  onOver: (why: string | null) => void;
};

/** The second step of logging in: a code of the authenticator app, or a recovery code. */
export function SecondFactorForm({ challenge, onOver }: Props) {
  const { t } = useTranslation("auth");
  const { mutate, isPending } = useVerifySecondFactor();
  const [isRecovery, setRecovery] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const schema = z.object({
    code: z
      .string()
      .trim()
      .min(1, t("field.required", { ns: "common" })),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: "" } });
  const send = form.handleSubmit(({ code }) => {
    setProblem(null);
    mutate(
      { challenge, code: isRecovery ? code : code.replaceAll(/\s/g, "") },
      {
        onSuccess: signIn,
        onError: (error) => {
          if (error instanceof ApiError && error.code === "CHALLENGE_OVER") onOver(error.message);
          else setProblem(applyApiErrors(form, error));
          form.setFocus("code", { shouldSelect: true });
        },
      },
    );
  });
  const change = () => {
    setRecovery(!isRecovery);
    setProblem(null);
    form.reset();
    form.setFocus("code");
  };
  return (
    <Form {...form}>
      <form noValidate className="grid gap-4" onSubmit={(event) => void send(event)}>
        <FormProblem text={problem} />
        <TextField
          key={String(isRecovery)}
          control={form.control}
          name="code"
          label={isRecovery ? t("code.recoveryLabel") : t("code.label")}
          description={isRecovery ? t("code.recoveryHint") : t("code.hint")}
          autoComplete="one-time-code"
          inputMode={isRecovery ? "text" : "numeric"}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the step before ended with a press; this one begins here
          autoFocus
        />
        <SubmitButton pending={isPending}>{t("code.action")}</SubmitButton>
        <Button variant="ghost" onClick={change}>
          {isRecovery ? t("code.useApp") : t("code.useRecovery")}
        </Button>
        <Button variant="ghost" onClick={() => onOver(null)}>
          {t("code.startOver")}
        </Button>
      </form>
    </Form>
  );
}
