import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { useEditor } from "../../stores/editor";
import {
  EVENTS,
  MATCHES,
  newTrigger,
  readTrigger,
  TRIGGERS,
  triggerFields,
  type Trigger,
  type TriggerType,
} from "../../utils/trigger";
import { Choice } from "./choice";
import { Field } from "./field";
import { KeywordsInput } from "./keywords-input";
import { NumberChoice } from "./number-choice";
import { ScheduleForm } from "./schedule-form";
import { Section } from "./section";

export type TriggerProps = { trigger: Trigger; onChange: (change: Partial<Trigger>) => void; isReadOnly: boolean };

/** What starts the flow. */
export function TriggerForm({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation("flows");
  const written = useEditor((state) => state.document.trigger);
  const value = useEditor((state) => state.document.trigger_value);
  const trigger = readTrigger({ trigger: written, trigger_value: value });
  const { changeDocument } = useEditor.getState();
  const change = (fields: Partial<Trigger>) => changeDocument(triggerFields({ ...trigger, ...fields }), "trigger");
  const choose = (type: string) => changeDocument(triggerFields(newTrigger(type as TriggerType)), "trigger type");
  const Fields = FIELDS[trigger.type];
  return (
    <Section title={t("editor.trigger.title")}>
      <Field label={t("editor.trigger.type")} hint={t(`editor.trigger.hints.${trigger.type}`)}>
        {(ids) => (
          <Choice
            {...ids}
            value={trigger.type}
            onChange={choose}
            options={TRIGGERS.map((type) => ({ value: type, label: t(`editor.trigger.types.${type}`) }))}
            disabled={isReadOnly}
          />
        )}
      </Field>
      {Fields && <Fields trigger={trigger} onChange={change} isReadOnly={isReadOnly} />}
    </Section>
  );
}

const FIELDS: Record<TriggerType, ((props: TriggerProps) => React.ReactNode) | null> = {
  keyword: KeywordFields,
  referral: ReferralFields,
  event: EventFields,
  schedule: ScheduleForm,
  message_received: null,
  manual: null,
};

function KeywordFields({ trigger, onChange, isReadOnly }: TriggerProps) {
  const { t } = useTranslation("flows");
  return (
    <>
      <Field label={t("editor.trigger.keywords")} hint={t("editor.trigger.keywordsHint")}>
        {(ids) => (
          <KeywordsInput
            {...ids}
            words={(trigger.keywords ?? []).filter(Boolean)}
            onChange={(keywords) => onChange({ keywords })}
            isReadOnly={isReadOnly}
          />
        )}
      </Field>
      <Field label={t("editor.trigger.match")}>
        {(ids) => (
          <Choice
            {...ids}
            value={trigger.match ?? "exact"}
            onChange={(match) => onChange({ match })}
            options={MATCHES.map((match) => ({ value: match, label: t(`editor.trigger.matches.${match}`) }))}
            disabled={isReadOnly}
          />
        )}
      </Field>
    </>
  );
}

function ReferralFields({ trigger, onChange }: TriggerProps) {
  const { t } = useTranslation("flows");
  return (
    <Field label={t("editor.trigger.source")} hint={t("editor.trigger.sourceHint")}>
      {(ids) => (
        <Input
          {...ids}
          value={trigger.source_id ?? ""}
          onChange={(event) => onChange({ source_id: event.target.value || null })}
        />
      )}
    </Field>
  );
}

function EventFields({ trigger, onChange, isReadOnly }: TriggerProps) {
  const { t } = useTranslation("flows");
  return (
    <>
      <Field label={t("editor.trigger.event")}>
        {(ids) => (
          <Choice
            {...ids}
            value={trigger.event ?? ""}
            onChange={(event) => onChange({ event })}
            options={EVENTS.map((event) => ({
              value: event,
              label: t(`editor.trigger.events.${event.replace(".", "_")}`),
            }))}
            disabled={isReadOnly}
          />
        )}
      </Field>
      <NumberChoice
        value={trigger.whatsapp_config_id ?? null}
        onChange={(id) => onChange({ whatsapp_config_id: id })}
        isReadOnly={isReadOnly}
      />
    </>
  );
}
