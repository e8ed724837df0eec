import { useTranslation } from "react-i18next";
import { useEditor } from "../../stores/editor";
import { Choice } from "./choice";
import { Field } from "./field";
import { NumberInput } from "./number-input";
import { Section } from "./section";

const DAY_MINUTES = 1440;
const MAX_MINUTES = 43_200;
const MAX_JOIN_SECONDS = 30;

const numberOf = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);

/** How long the flow waits, and what becomes of what cannot go on. */
export function SettingsForm({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation("flows");
  const settings = useEditor((state) => state.document.settings) ?? {};
  const change = (fields: Record<string, unknown>) =>
    useEditor
      .getState()
      .changeDocument({ settings: { ...settings, ...fields } }, `settings ${Object.keys(fields).join()}`);
  return (
    <Section title={t("editor.settings.title")}>
      <Field label={t("editor.settings.timeout")} hint={t("editor.settings.timeoutHint")}>
        {(ids) => (
          <NumberInput
            {...ids}
            min={1}
            max={MAX_MINUTES}
            value={numberOf(settings.session_timeout_minutes, DAY_MINUTES)}
            onChange={(session_timeout_minutes) => change({ session_timeout_minutes })}
          />
        )}
      </Field>
      <Field label={t("editor.settings.onError")}>
        {(ids) => (
          <Choice
            {...ids}
            value={typeof settings.on_error === "string" ? settings.on_error : "transfer"}
            onChange={(on_error) => change({ on_error })}
            options={["transfer", "end"].map((value) => ({ value, label: t(`editor.settings.onErrors.${value}`) }))}
            disabled={isReadOnly}
          />
        )}
      </Field>
      <Field label={t("editor.settings.join")} hint={t("editor.settings.joinHint")}>
        {(ids) => (
          <NumberInput
            {...ids}
            min={0}
            max={MAX_JOIN_SECONDS}
            value={numberOf(settings.join_seconds, 0)}
            onChange={(join_seconds) => change({ join_seconds })}
          />
        )}
      </Field>
    </Section>
  );
}
