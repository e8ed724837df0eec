import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { tenantQuery } from "@/api/tenant/get-tenant";
import { Loaded } from "@/components/loaded";
import { SectionPage } from "../components/section-page";
import { BasicsCard } from "./components/basics-card";
import { BrandingCard } from "./components/branding-card";
import { OriginsCard } from "./components/origins-card";
import { PresenceCard } from "./components/presence-card";

/** The company: how it is called, where it is, how it looks. */
export function Section() {
  const { t } = useTranslation("settings");
  const company = useQuery(tenantQuery);
  return (
    <SectionPage title={t("sections.company.title")} description={t("sections.company.description")}>
      <Loaded query={company}>
        {(data) => (
          <>
            <BasicsCard company={data} />
            <BrandingCard company={data} />
            <PresenceCard company={data} />
            <OriginsCard company={data} />
          </>
        )}
      </Loaded>
    </SectionPage>
  );
}
