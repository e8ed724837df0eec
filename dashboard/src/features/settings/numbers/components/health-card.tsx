import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Facts } from "@/components/facts";
import { Loaded } from "@/components/loaded";
import { RelativeTime } from "@/components/relative-time";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { formatDateTime, formatNumber } from "@/lib/format";
import { currentLanguage } from "@/lib/language";
import { SettingsCard } from "../../components/settings-card";
import { healthQuery, type Health } from "../api/get-health";

/** How a number is doing, as Meta says and as we see. */
export function HealthCard({ configId }: { configId: string }) {
  const { t } = useTranslation("settings");
  const health = useQuery(healthQuery(configId));
  return (
    <SettingsCard title={t("numbers.health")} description={t("numbers.health-hint")}>
      <Loaded query={health}>
        {(data) => (
          <div className="grid gap-4">
            <HealthWarnings health={data} />
            <HealthFacts health={data} />
            <Failures failures={data.failures} />
          </div>
        )}
      </Loaded>
    </SettingsCard>
  );
}

function HealthWarnings({ health }: { health: Health }) {
  const { t } = useTranslation("settings");
  const { pause, ban, ban_date: banDate, restrictions, warning } = health;
  return (
    <>
      {pause && (
        <Alert variant="warning">
          <TriangleAlert aria-hidden />
          <AlertTitle>
            {pause.until ? t("numbers.paused-until", { at: formatDateTime(pause.until) }) : t("numbers.paused")}
          </AlertTitle>
          <AlertDescription>{pause.explanation[currentLanguage()] ?? pause.reason}</AlertDescription>
        </Alert>
      )}
      {ban && (
        <Alert variant="destructive">
          <TriangleAlert aria-hidden />
          <AlertTitle>{t("numbers.ban")}</AlertTitle>
          <AlertDescription>{[ban, banDate].filter(Boolean).join(" · ")}</AlertDescription>
        </Alert>
      )}
      {restrictions.map((one) => (
        <Alert key={one.kind} variant="warning">
          <TriangleAlert aria-hidden />
          <AlertTitle>{t("numbers.restriction")}</AlertTitle>
          <AlertDescription>
            {[one.kind, one.until && formatDateTime(one.until)].filter(Boolean).join(" · ")}
          </AlertDescription>
        </Alert>
      ))}
      {warning && (
        <Alert variant="warning" role="status">
          <TriangleAlert aria-hidden />
          <AlertTitle>{t("numbers.warning", { at: formatDateTime(warning.at) })}</AlertTitle>
          <AlertDescription>{warning.detail ?? warning.kind}</AlertDescription>
        </Alert>
      )}
    </>
  );
}

function HealthFacts({ health }: { health: Health }) {
  const { t } = useTranslation("settings");
  const ago = (at: string | null) => (at ? <RelativeTime at={at} /> : null);
  /** What Meta says in a word of its own; a word that is new is shown as it came. */
  const word = (group: string, value: string | null) =>
    value && t(`numbers.${group}.${value}`, { defaultValue: value });
  return (
    <Facts
      items={[
        { label: t("numbers.quality"), value: word("qualities", health.quality_rating) },
        { label: t("numbers.tier"), value: word("tiers", health.messaging_tier) },
        { label: t("numbers.throughput"), value: word("throughputs", health.throughput_level) },
        { label: t("numbers.verified-name"), value: health.verified_name },
        { label: t("numbers.name-status"), value: word("name-statuses", health.name_status) },
        { label: t("numbers.requested-name"), value: health.requested_name },
        { label: t("numbers.name-refused"), value: health.name_refused_because },
        { label: t("numbers.status"), value: word("statuses", health.status) },
        { label: t("numbers.verification"), value: word("verifications", health.verification) },
        { label: t("numbers.review"), value: word("reviews", health.account_review) },
        { label: t("numbers.last-in"), value: ago(health.last_inbound_at) },
        { label: t("numbers.last-out"), value: ago(health.last_outbound_at) },
        { label: t("numbers.last-webhook"), value: ago(health.last_webhook_at) },
        { label: t("numbers.to-send"), value: formatNumber(health.waiting_to_be_sent) },
        {
          label: t("numbers.sent-today"),
          value:
            health.sent_today === null
              ? null
              : t("numbers.sent-of", {
                  sent: formatNumber(health.sent_today),
                  limit: health.daily_limit === null ? "∞" : formatNumber(health.daily_limit),
                }),
        },
        { label: t("numbers.checked"), value: ago(health.checked_at) },
      ]}
    />
  );
}

function Failures({ failures }: { failures: Health["failures"] }) {
  const { t } = useTranslation("settings");
  if (failures.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium">{t("numbers.failures")}</h3>
      <ul className="grid gap-1 text-sm">
        {failures.map((one) => (
          <li key={one.code} className="flex justify-between gap-4 border-b py-1 last:border-0">
            <span className="font-mono text-xs">{one.code}</span>
            <span className="tabular-nums">{t("numbers.times", { count: one.count })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
