import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { DRAFT, type Side } from "./api/get-flow-diff";
import { DiffView } from "./components/diff-view";
import { RegressionView } from "./components/regression-view";
import { VersionList } from "./components/version-list";

const TABS = ["list", "diff", "regression"] as const;

/** What was published, what is different between any two, and what the draft would have done to real sessions. */
export function VersionsPanel({ flowId }: { flowId: string }) {
  const { t } = useTranslation("flow-panels");
  const [tab, setTab] = useState<string>("list");
  const [sides, setSides] = useState<{ from: Side; to: Side } | null>(null);
  const compare = (from: Side) => {
    setSides({ from, to: DRAFT });
    setTab("diff");
  };
  return (
    <Tabs value={tab} onValueChange={setTab}>
      <TabsList className="w-full" aria-label={t("versions.views")}>
        {TABS.map((one) => (
          <TabsTrigger key={one} value={one} className="px-1.5">
            {t(`versions.tabs.${one}`)}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="list">
        <VersionList flowId={flowId} onCompare={compare} />
      </TabsContent>
      <TabsContent value="diff">
        <DiffView flowId={flowId} sides={sides} onSides={setSides} />
      </TabsContent>
      <TabsContent value="regression">
        <RegressionView flowId={flowId} />
      </TabsContent>
    </Tabs>
  );
}
