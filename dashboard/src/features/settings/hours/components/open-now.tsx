import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { Loaded } from "@/components/loaded";
import { Badge } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";
import { SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";
import { hoursPreviewQuery } from "../api/preview-hours";
import { momentIn, timeIn, dayName } from "../../kit/days";

const DAY_MS = 86_400_000;

/** Whether it is open now, and when on the next days. */
export function OpenNow({ departmentId }: { departmentId: string | null }) {
  const { t } = useTexts();
  const preview = useQuery(hoursPreviewQuery(departmentId));
  return (
    <SettingsCard title={t("hours.now")}>
      <Loaded query={preview} skeleton={<Skeleton className="h-20 w-full" />}>
        {(data) => (
          <>
            <p className="flex flex-wrap items-center gap-2 text-sm" aria-live="polite">
              <Badge variant={data.is_open ? "success" : "secondary"}>
                {t(data.is_open ? "hours.open" : "hours.closed")}
              </Badge>
              <NextMoment preview={data} />
            </p>
            {data.is_set && (
              <ul className="mt-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
                {data.days.map((day) => (
                  <ShownDay key={day.day} day={day} zone={data.time_zone} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </SettingsCard>
  );
}

function NextMoment({ preview }: { preview: Schema<"HoursPreview"> }) {
  const { t, i18n } = useTranslation("settings-automation");
  if (!preview.is_set) return <span>{t("hours.always-unset")}</span>;
  const at = preview.is_open ? preview.open_until : preview.next_opening;
  if (!at) return <span>{t(preview.is_open ? "hours.always" : "hours.never")}</span>;
  const when = momentIn(at, preview.time_zone, i18n.language);
  return <span>{t(preview.is_open ? "hours.until" : "hours.opens", { when })}</span>;
}

function ShownDay({ day, zone }: { day: Schema<"ShownDay">; zone: string }) {
  const { t, i18n } = useTranslation("settings-automation");
  const spans = day.openings.map(({ opens_at: from, closes_at: until }) =>
    Date.parse(until) - Date.parse(from) === DAY_MS
      ? t("hours.all-day")
      : t("hours.span", { from: timeIn(from, zone, i18n.language), until: timeIn(until, zone, i18n.language) }),
  );
  return (
    <li className="flex flex-wrap justify-between gap-x-3 border-b py-1">
      <span className="capitalize">{dayName(day.day, i18n.language)}</span>
      <span className="text-muted-foreground tabular-nums">
        {day.holiday ?? (spans.length > 0 ? spans.join(", ") : t("hours.closed"))}
      </span>
    </li>
  );
}
