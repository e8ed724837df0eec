import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { segmentsQuery } from "@/api/segments/list-segments";
import { TimeZoneSelect } from "@/components/time-zone-select";
import { Input } from "@/components/ui/input";
import { PURPOSES, type Audience } from "../../utils/trigger";
import { Choice } from "./choice";
import { Field } from "./field";
import { NumberChoice } from "./number-choice";
import { TimesForm } from "./times-form";
import type { TriggerProps } from "./trigger-form";

/** A time, and who is written to then. */
export function ScheduleForm({ trigger, onChange, isReadOnly }: TriggerProps) {
  const { t } = useTranslation("flows");
  const audience = trigger.audience ?? {};
  return (
    <>
      <TimesForm cron={trigger.cron ?? ""} onChange={(cron) => onChange({ cron })} isReadOnly={isReadOnly} />
      <Field label={t("editor.trigger.timeZone")} hint={t("editor.trigger.timeZoneHint")}>
        {(ids) => (
          <TimeZoneSelect
            {...ids}
            value={trigger.time_zone ?? ""}
            onChange={(zone) => onChange({ time_zone: zone })}
            disabled={isReadOnly}
          />
        )}
      </Field>
      <AudienceFields
        audience={audience}
        onChange={(change) => onChange({ audience: { ...audience, ...change } })}
        isReadOnly={isReadOnly}
      />
      <NumberChoice
        value={trigger.whatsapp_config_id ?? null}
        onChange={(id) => onChange({ whatsapp_config_id: id })}
        isReadOnly={isReadOnly}
      />
    </>
  );
}

type AudienceProps = { audience: Audience; onChange: (change: Audience) => void; isReadOnly: boolean };

function AudienceFields({ audience, onChange, isReadOnly }: AudienceProps) {
  const { t } = useTranslation("flows");
  const { data } = useQuery(segmentsQuery());
  const segments = (data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {audience.filter ? (
        <Field label={t("editor.trigger.audience")} hint={t("editor.trigger.filterHint")}>
          {(ids) => <Input {...ids} readOnly value={t("editor.trigger.filter")} />}
        </Field>
      ) : null}
      <Field label={t("editor.trigger.segment")} hint={t("editor.trigger.segmentHint")}>
        {(ids) => (
          <Choice
            {...ids}
            value={audience.segment_id ?? ""}
            placeholder={t("editor.trigger.chooseSegment")}
            onChange={(segment_id) => onChange({ segment_id, filter: undefined })}
            options={segments}
            disabled={isReadOnly}
          />
        )}
      </Field>
      <Field label={t("editor.trigger.purpose")} hint={t("editor.trigger.purposeHint")}>
        {(ids) => (
          <Choice
            {...ids}
            value={audience.purpose ?? "marketing"}
            onChange={(purpose) => onChange({ purpose })}
            options={PURPOSES.map((purpose) => ({ value: purpose, label: t(`editor.trigger.purposes.${purpose}`) }))}
            disabled={isReadOnly}
          />
        )}
      </Field>
    </>
  );
}
