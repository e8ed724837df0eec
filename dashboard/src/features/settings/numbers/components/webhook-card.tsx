import { useTranslation } from "react-i18next";
import { CopyField } from "@/components/copy-field";
import { SettingsCard } from "../../components/settings-card";

const PATH = "/api/v1/whatsapp/webhook";

/** Where Meta has to deliver: the number's own address, and the one that serves all of them. */
export function WebhookCard({ configId }: { configId: string }) {
  const { t } = useTranslation("settings");
  const root = `${globalThis.location.origin}${PATH}`;
  return (
    <SettingsCard title={t("numbers.webhook")} description={t("numbers.webhook-hint")}>
      <div className="grid gap-4">
        <CopyField label={t("numbers.webhook-own")} value={`${root}/${configId}`} />
        <CopyField label={t("numbers.webhook-shared")} value={root} />
        <p className="text-xs text-muted-foreground">{t("numbers.webhook-fields")}</p>
      </div>
    </SettingsCard>
  );
}
