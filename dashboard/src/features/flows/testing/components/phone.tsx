import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/badge";
import { formatDateTime } from "@/lib/format";
import { clockAfter } from "../utils/clock";
import { type Change, type Script, type Step, stepsOf } from "../utils/script";
import { nextTimer, type Rehearsal } from "../utils/turns";
import { Composer } from "./composer";
import { PhoneToolbar } from "./phone-toolbar";
import { PhoneScreen } from "./phone-screen";

type Props = {
  flowId: string;
  script: Script;
  rehearsal: Rehearsal;
  isPlaying: boolean;
  onChange: (change: Change) => void;
  onSaved: () => void;
};

/** The customer's phone, with what moves its clock. */
export function Phone({ flowId, script, rehearsal, isPlaying, onChange, onSaved }: Props) {
  const now = clockAfter(script);
  const act = (step: Step) => onChange({ type: "append", step });
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-xl border bg-card">
      <PhoneHead rehearsal={rehearsal} now={now} />
      <PhoneScreen
        rehearsal={rehearsal}
        isPlaying={isPlaying}
        isEmpty={stepsOf(script).length === 0}
        onChoose={(title) => act({ choose: title })}
        onBegin={() => act({ expect: {} })}
      />
      <PhoneToolbar
        flowId={flowId}
        script={script}
        rehearsal={rehearsal}
        timer={nextTimer(rehearsal.turns)}
        onChange={onChange}
        onSaved={onSaved}
      />
      <Composer onAct={act} />
    </div>
  );
}

function PhoneHead({ rehearsal, now }: { rehearsal: Rehearsal; now: number }) {
  const { t } = useTranslation("flow-panels");
  const moment = rehearsal.turns.at(-1)?.moment;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 border-b px-3 py-2 text-xs">
      <span className="text-muted-foreground">
        {t("test.clock")}{" "}
        <time className="font-medium text-foreground tabular-nums" dateTime={new Date(now).toISOString()}>
          {formatDateTime(new Date(now).toISOString())}
        </time>
      </span>
      {moment?.status && (
        <span className="flex flex-wrap gap-1" aria-live="polite">
          <Badge variant={moment.status === "failed" ? "destructive" : "secondary"}>
            {t(`status.${moment.status}`)}
          </Badge>
          {moment.outcome && <Badge variant="outline">{moment.outcome}</Badge>}
        </span>
      )}
    </div>
  );
}
