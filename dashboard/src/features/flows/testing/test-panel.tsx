import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/error-state";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useHighlight } from "../stores/highlight";
import { saveDraft } from "../stores/saver";
import { Phone } from "./components/phone";
import { SavedTests } from "./components/saved-tests";
import { Setup } from "./components/setup";
import { StateView } from "./components/state-view";
import { useScript } from "./store";
import { useRehearsal } from "./use-rehearsal";
import type { Change } from "./utils/script";
import { pathUntil, type Turn } from "./utils/turns";

const TABS = ["phone", "state", "setup", "tests"] as const;

/** A phone beside the canvas: one talks to the draft, with a clock that is moved by hand, and sees the way that it takes. */
export function TestPanel({ flowId }: { flowId: string }) {
  const { t } = useTranslation("flow-panels");
  const client = useQueryClient();
  const [tab, setTab] = useState<string>("phone");
  const [script, changeScript] = useScript(flowId);
  const { rehearsal, error, isPlaying, retry } = useRehearsal(flowId, script);
  const [looked, setLooked] = useState<number | null>(null);
  useMarkedPath(flowId, rehearsal.turns, looked);
  const show = (next: string) => {
    setTab(next);
    setLooked(null);
  };
  const change = async (what: Change) => {
    await saveDraft(client);
    changeScript(what);
  };
  return (
    <Tabs value={tab} onValueChange={show} className="h-full min-h-0">
      <TabsList className="w-full shrink-0" aria-label={t("test.views")}>
        {TABS.map((one) => (
          <TabsTrigger key={one} value={one} className="px-1.5">
            {t(`test.tabs.${one}`)}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="phone" className="flex min-h-0 flex-col" tabIndex={-1}>
        {error ? <ErrorState error={error} onRetry={() => void retry()} /> : null}
        <Phone
          flowId={flowId}
          script={script}
          rehearsal={rehearsal}
          isPlaying={isPlaying}
          onChange={(what) => void change(what)}
          onSaved={() => setTab("tests")}
        />
      </TabsContent>
      <TabsContent value="state" className="min-h-0 overflow-y-auto">
        <StateView rehearsal={rehearsal} looked={looked} onLook={setLooked} />
      </TabsContent>
      <TabsContent value="setup" className="min-h-0 overflow-y-auto">
        <Setup script={script} onChange={(fields) => changeScript({ type: "set", fields })} />
      </TabsContent>
      <TabsContent value="tests" className="min-h-0 overflow-y-auto">
        <SavedTests
          flowId={flowId}
          onPlay={(test) => {
            changeScript({ type: "load", script: test });
            setTab("phone");
          }}
        />
      </TabsContent>
    </Tabs>
  );
}

/** Marks on the canvas where the conversation went, until the step that one looks at, while the panel is there. */
function useMarkedPath(flowId: string, turns: readonly Turn[], looked: number | null): void {
  useEffect(() => {
    useHighlight.getState().showPath(pathUntil(flowId, turns, looked));
    return () => useHighlight.getState().clearPath();
  }, [flowId, turns, looked]);
}
