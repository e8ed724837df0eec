import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Loaded } from "@/components/loaded";
import { formatPhone } from "@/lib/format";
import { SectionPage } from "../../components/section-page";
import { configQuery } from "../api/get-config";
import { ConnectionCard } from "./connection-card";
import { HealthCard } from "./health-card";
import { NumberActions } from "./number-actions";
import { NumberBadges } from "./number-badges";
import { NumberForm } from "./number-form";
import { RemoveNumber } from "./remove-number";
import { SecretsForm } from "./secrets-form";
import { TestCard } from "./test-card";
import { WebhookCard } from "./webhook-card";

/** One number: how it is doing, whether all of its hops hold, how it is set. */
export function NumberPage({ configId }: { configId: string }) {
  const { t } = useTranslation("settings");
  const query = useQuery(configQuery(configId));
  const config = query.data;
  return (
    <SectionPage
      title={config?.name ?? t("numbers.one")}
      description={
        config &&
        [config.phone_number && formatPhone(config.phone_number), t(`numbers.types.${config.api_type}`)]
          .filter(Boolean)
          .join(" · ")
      }
      back={{ to: "/settings/numbers", label: t("sections.numbers.title") }}
      actions={config && <NumberActions config={config} />}
    >
      <Loaded query={query}>
        {(data) => (
          <>
            <div className="mb-4">
              <NumberBadges config={data} />
            </div>
            {data.api_type === "evolution" && <ConnectionCard configId={data.id} />}
            <HealthCard configId={data.id} />
            <TestCard configId={data.id} />
            <NumberForm config={data} />
            <SecretsForm config={data} />
            {data.api_type === "official" && <WebhookCard configId={data.id} />}
            <RemoveNumber config={data} />
          </>
        )}
      </Loaded>
    </SectionPage>
  );
}
