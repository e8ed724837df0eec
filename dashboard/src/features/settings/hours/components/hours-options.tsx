import { useId } from "react";
import { TimeZoneSelect } from "@/components/time-zone-select";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { useTexts } from "../../kit/use-texts";

type Props = {
  zone: string | null;
  companyZone: string;
  onZone: (zone: string | null) => void;
  holidays: boolean;
  onHolidays: (on: boolean) => void;
};

/** Whose clock the hours are read from, and whether holidays close. */
export function HoursOptions({ zone, companyZone, onZone, holidays, onHolidays }: Props) {
  const { t } = useTexts();
  const id = useId();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="flex items-start gap-3">
        <Switch id={`${id}-holidays`} checked={holidays} onCheckedChange={onHolidays} aria-describedby={`${id}-hint`} />
        <div>
          <Label htmlFor={`${id}-holidays`}>{t("hours.holidays")}</Label>
          <p id={`${id}-hint`} className="text-[0.8125rem] text-muted-foreground">
            {t("hours.holidays-hint")}
          </p>
        </div>
      </div>
      <div className="grid content-start gap-2">
        <div className="flex items-center gap-3">
          <Switch id={`${id}-zone`} checked={zone !== null} onCheckedChange={(on) => onZone(on ? companyZone : null)} />
          <Label htmlFor={`${id}-zone`}>{t("hours.other-zone")}</Label>
        </div>
        {zone !== null && <TimeZoneSelect value={zone} onChange={onZone} aria-label={t("hours.zone")} />}
      </div>
    </div>
  );
}
