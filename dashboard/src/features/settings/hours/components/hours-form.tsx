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
import { isSameWeek, problemsOf, weekOf } from "../utils/week";
import { HoursOptions } from "./hours-options";
import { ResetHours } from "./reset-hours";
import { WeekEditor } from "./week-editor";

/** The hours of the company or of a department, to be changed and kept. */
export function HoursForm({ hours, departmentId }: { hours: Hours; departmentId: string | null }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const save = useSetHours();
  const saved = weekOf(hours.week);
  const [week, setWeek] = useState(saved);
  const [zone, setZone] = useState(hours.own_time_zone);
  const [holidays, setHolidays] = useState(hours.observes_holidays);
  const [tried, setTried] = useState(false);
  const problems = problemsOf(week);
  const isOwn = hours.is_set && !hours.is_inherited;
  const dirty =
    !isOwn || !isSameWeek(week, saved) || zone !== hours.own_time_zone || holidays !== hours.observes_holidays;

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
        onSuccess: () => toast.success(t("common:saved")),
        onError: (error) => tellErrorOrReload(error, reload),
      },
    );
  };

  return (
    <SettingsCard
      title={t("hours.week")}
      description={t(isOwn ? "hours.week-hint" : hours.is_inherited ? "hours.inherited" : "hours.unset")}
      action={isOwn ? <ResetHours departmentId={departmentId} /> : undefined}
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <WeekEditor week={week} onChange={setWeek} problems={problems} />
        <HoursOptions
          zone={zone}
          companyZone={hours.time_zone}
          onZone={setZone}
          holidays={holidays}
          onHolidays={setHolidays}
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
