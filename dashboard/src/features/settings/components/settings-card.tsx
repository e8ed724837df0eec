import type { FormEventHandler, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "@/components/submit-button";

export { SectionCard as SettingsCard } from "@/components/section-card";

type FormProps = {
  onSubmit: FormEventHandler;
  dirty: boolean;
  pending: boolean;
  /** Whether the person may change anything here; without it, there is nothing to save. */
  mayChange?: boolean;
  submitLabel?: string;
  children: ReactNode;
};

/** The fields of a part, and its button, which waits for a change. */
export function CardForm({ onSubmit, dirty, pending, mayChange = true, submitLabel, children }: FormProps) {
  const { t } = useTranslation("settings");
  return (
    <form onSubmit={onSubmit} noValidate>
      <fieldset disabled={!mayChange} className="grid min-w-0 gap-4">
        {children}
      </fieldset>
      {mayChange && (
        <div className="mt-4 flex justify-end">
          <SubmitButton pending={pending} disabled={!dirty}>
            {submitLabel ?? t("frame.save")}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}
