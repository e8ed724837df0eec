import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { tellErrorOrReload } from "@/lib/tell-error";
import { SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";
import type { Hours } from "../api/get-hours";
import { useSetHours } from "../api/set-hours";
import { changedDays, problemsOf, weekOf, type Week } from "../utils/week";
import { HoursOptions } from "./hours-options";
import { ResetHours } from "./reset-hours";
import { WeekEditor } from "./week-editor";

/** What was changed here and is not saved; the rest is as it was read, also when it is read again. */
type Edits = { days: Partial<Week>; zone?: string | null; holidays?: boolean };
const NO_EDITS: Edits = { days: {} };

/** The hours of the company or of a department, to be changed and kept. */
export function HoursForm({ hours, departmentId }: { hours: Hours; departmentId: string | null }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const save = useSetHours();
  const saved = weekOf(hours.week);
  const [edits, setEdits] = useState(NO_EDITS);
  const week = { ...saved, ...edits.days };
  const { zone = hours.own_time_zone, holidays = hours.observes_holidays } = edits;
  const [tried, setTried] = useState(false);
  const problems = problemsOf(week);
  const isOwn = hours.is_set && !hours.is_inherited;
  const dirty =
    !isOwn ||
    Object.keys(edits.days).length > 0 ||
    zone !== hours.own_time_zone ||
    holidays !== hours.observes_holidays;
  const forget = () => {
    setEdits(NO_EDITS);
    setTried(false);
  };

  const reload = () => void client.invalidateQueries({ queryKey: ["business-hours"] });
  const send = () => {
    setTried(true);
    if (problems.length > 0) return;
    save.mutate(
      {
        departmentId,
        version: hours.version,
        body: { week, time_zone: zone, observes_holidays: holidays },
      },
      {
        onSuccess: () => {
          forget();
          toast.success(t("common:saved"));
        },
        onError: (error) => tellErrorOrReload(error, reload),
      },
    );
  };

  return (
    <SettingsCard
      title={t("hours.week")}
      description={t(isOwn ? "hours.week-hint" : hours.is_inherited ? "hours.inherited" : "hours.unset")}
      action={isOwn ? <ResetHours departmentId={departmentId} onDone={forget} /> : undefined}
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <WeekEditor
          week={week}
          onChange={(next) => setEdits({ ...edits, days: changedDays(next, saved) })}
          problems={problems}
        />
        <HoursOptions
          zone={zone}
          companyZone={hours.time_zone}
          onZone={(next) => setEdits({ ...edits, zone: next })}
          holidays={holidays}
          onHolidays={(next) => setEdits({ ...edits, holidays: next })}
        />
        <FormProblem text={tried && problems.length > 0 ? t("hours.problems") : null} />
        <div className="flex justify-end">
          <SubmitButton pending={save.isPending} disabled={!dirty}>
            {t("common:save")}
          </SubmitButton>
        </div>
      </form>
    </SettingsCard>
  );
}
