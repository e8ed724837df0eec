import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { Loaded } from "@/components/loaded";
import { SectionPage } from "../components/section-page";
import { aiSettingsQuery } from "./api/get-ai-settings";
import { ModelCard } from "./components/model-card";
import { TryCard } from "./components/try-card";
import { UsageCard } from "./components/usage-card";

/** Which language model answers, what it took, and a way to try it. */
export function Section() {
  const { t } = useTranslation("settings");
  const settings = useQuery(aiSettingsQuery);
  const mayTry = useMay("flows:edit");
  return (
    <SectionPage title={t("sections.ai.title")} description={t("sections.ai.description")}>
      <Loaded query={settings}>{(data) => <ModelCard settings={data} />}</Loaded>
      <UsageCard />
      {mayTry && <TryCard />}
    </SectionPage>
  );
}
