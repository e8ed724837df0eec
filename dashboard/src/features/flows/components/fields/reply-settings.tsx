import { useTranslation } from "react-i18next";
import { DEFAULT_RETRIES, MAX_INTERACTIVE_TEXT, MAX_RETRIES, MAX_WAIT_MINUTES } from "../../nodes/limits";
import { DurationInput } from "./duration-input";
import { NumberField } from "./plain-fields";
import { TemplateTextInput } from "./template-text-input";

type Waiting = { retries?: number; retry_text?: string; timeout_minutes?: number | null };

/** What is done with a wrong answer, and with none. */
export function ReplySettings({ data, onChange }: { data: Waiting; onChange: (change: Waiting) => void }) {
  const { t } = useTranslation("flow-nodes");
  const retries = data.retries ?? DEFAULT_RETRIES;
  return (
    <>
      <TimeoutField minutes={data.timeout_minutes} onChange={(timeout_minutes) => onChange({ timeout_minutes })} />
      <NumberField
        path="retries"
        label={t("reply.retries")}
        hint={t("reply.retriesHint")}
        value={data.retries}
        placeholder={String(DEFAULT_RETRIES)}
        min={0}
        max={MAX_RETRIES}
        onChange={(value) => onChange({ retries: value })}
      />
      {retries > 0 && (
        <TemplateTextInput
          path="retry_text"
          label={t("reply.retryText")}
          hint={t("reply.retryTextHint")}
          value={data.retry_text ?? ""}
          isMultiline
          hasFormat
          limit={MAX_INTERACTIVE_TEXT}
          onChange={(text) => onChange({ retry_text: text || undefined })}
        />
      )}
    </>
  );
}

type TimeoutProps = { minutes: number | null | undefined; onChange: (minutes: number | undefined) => void };

/** How long an answer is waited for. */
export function TimeoutField({ minutes, onChange }: TimeoutProps) {
  const { t } = useTranslation("flow-nodes");
  return (
    <DurationInput
      path="timeout_minutes"
      label={t("reply.timeout")}
      hint={t(minutes ? "reply.timeoutHint" : "reply.noTimeout")}
      seconds={minutes ? minutes * 60 : null}
      maxSeconds={MAX_WAIT_MINUTES * 60}
      onChange={(seconds) => onChange(seconds === null ? undefined : seconds / 60)}
    />
  );
}
