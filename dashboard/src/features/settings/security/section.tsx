import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { tenantQuery } from "@/api/tenant/get-tenant";
import { Loaded } from "@/components/loaded";
import { SectionPage } from "../components/section-page";
import { LoginCard } from "./components/login-card";
import { NetworksCard } from "./components/networks-card";
import { RatesCard } from "./components/rates-card";

/** What the company asks of logins, and how fast its programs may call. */
export function Section() {
  const { t } = useTranslation("settings");
  const company = useQuery(tenantQuery);
  return (
    <SectionPage title={t("sections.security.title")} description={t("sections.security.description")}>
      <Loaded query={company}>
        {(data) => (
          <>
            <LoginCard company={data} />
            <NetworksCard company={data} />
            <RatesCard company={data} />
          </>
        )}
      </Loaded>
    </SectionPage>
  );
}
