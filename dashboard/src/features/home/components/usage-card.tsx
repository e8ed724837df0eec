import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { usageQuery } from "@/api/tenant/get-usage";
import { Loaded } from "@/components/loaded";
import { Button } from "@/components/ui/button";
import { UsageBars } from "@/components/usage-bars";
import { HomeCard } from "./home-card";

/** The month's messages, and whatever else is near its limit. */
export function UsageCard() {
  const { t } = useTranslation("home");
  const usage = useQuery(usageQuery);
  return (
    <HomeCard
      title={t("usage.title")}
      action={
        <Button asChild variant="link" size="sm">
          <Link to="/settings/plan">{t("usage.plan")}</Link>
        </Button>
      }
    >
      <Loaded query={usage}>
        {(data) => (
          <div className="[&_ul]:sm:grid-cols-1">
            <UsageBars
              metrics={data.metrics.filter(
                (one) => one.metric === "messages_per_month" || (one.limit !== null && one.used >= one.limit * 0.8),
              )}
            />
          </div>
        )}
      </Loaded>
    </HomeCard>
  );
}
