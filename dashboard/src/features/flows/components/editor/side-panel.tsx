import {
  ChartColumnIcon,
  FlaskConicalIcon,
  HistoryIcon,
  ListChecksIcon,
  SlidersHorizontalIcon,
  type LucideIcon,
} from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { PANELS, useView, type Panel } from "../../stores/view";
import { FindingsPanel } from "../panels/findings-panel";
import { PropertiesPanel } from "../properties/properties-panel";

const ICONS: Record<Panel, LucideIcon> = {
  properties: SlidersHorizontalIcon,
  findings: ListChecksIcon,
  test: FlaskConicalIcon,
  versions: HistoryIcon,
  analytics: ChartColumnIcon,
};

const TestPanel = lazy(async () => ({ default: (await import("../../testing/test-panel")).TestPanel }));
const VersionsPanel = lazy(async () => ({ default: (await import("../../versions/versions-panel")).VersionsPanel }));
const AnalyticsPanel = lazy(async () => ({
  default: (await import("../../analytics/analytics-panel")).AnalyticsPanel,
}));

/** What stands beside the canvas, a tab for each. */
export function SidePanel({ flowId, isReadOnly }: { flowId: string; isReadOnly: boolean }) {
  const { t } = useTranslation("flows");
  const panel = useView((state) => state.panel);
  return (
    <Tabs
      value={panel}
      onValueChange={(next) => useView.getState().openPanel(next as Panel)}
      className="h-full min-h-0 gap-0"
    >
      <div className="border-b p-2">
        <TabsList aria-label={t("editor.panels.title")} className="w-full">
          {PANELS.map((name) => {
            const Icon = ICONS[name];
            return (
              <TabsTrigger key={name} value={name} title={t(`editor.panels.${name}`)}>
                <Icon aria-hidden />
                <span className={name === panel ? "" : "sr-only"}>{t(`editor.panels.${name}`)}</span>
              </TabsTrigger>
            );
          })}
        </TabsList>
      </div>
      <TabsContent value={panel} className="min-h-0 overflow-y-auto p-3" key={panel}>
        <Suspense fallback={<Skeleton className="h-48 w-full" />}>
          <PanelBody panel={panel} flowId={flowId} isReadOnly={isReadOnly} />
        </Suspense>
      </TabsContent>
    </Tabs>
  );
}

function PanelBody({ panel, flowId, isReadOnly }: { panel: Panel; flowId: string; isReadOnly: boolean }) {
  switch (panel) {
    case "properties":
      return <PropertiesPanel flowId={flowId} isReadOnly={isReadOnly} />;
    case "findings":
      return <FindingsPanel />;
    case "test":
      return <TestPanel flowId={flowId} />;
    case "versions":
      return <VersionsPanel flowId={flowId} />;
    case "analytics":
      return <AnalyticsPanel flowId={flowId} />;
  }
}
