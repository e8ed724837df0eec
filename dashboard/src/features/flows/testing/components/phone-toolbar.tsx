import { Clock, MoreHorizontal, RotateCcw, Save, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { formatDuration } from "@/lib/format";
import { writeDuration } from "../utils/clock";
import { type Change, type Script, stepsOf } from "../utils/script";
import type { Rehearsal } from "../utils/turns";
import { CustomWaitDialog } from "./custom-wait-dialog";
import { SaveTestDialog } from "./save-test-dialog";

const WAITS = [300, 3600, 86_400];
/** A timer that is due fires when the clock passes it. */
const PAST = 1;

type Props = {
  flowId: string;
  script: Script;
  rehearsal: Rehearsal;
  timer: number | null;
  onChange: (change: Change) => void;
  onSaved: () => void;
};

/** The clock, the way back, what others do, and keeping all of it as a test. */
export function PhoneToolbar({ flowId, script, rehearsal, timer, onChange, onSaved }: Props) {
  const { t } = useTranslation("flow-panels");
  const [shown, setShown] = useState<"wait" | "save" | null>(null);
  const mayEdit = useMay("flows:edit");
  const isEmpty = stepsOf(script).length === 0;
  const wait = (seconds: number) => onChange({ type: "append", step: { wait: writeDuration(seconds) } });
  return (
    <div className="flex flex-wrap items-center gap-1 border-t px-2 py-1">
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="sm">
            <Clock aria-hidden /> {t("test.wait.open")}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start">
          {WAITS.map((seconds) => (
            <DropdownMenuItem key={seconds} onSelect={() => wait(seconds)}>
              {t("test.wait.by", { time: formatDuration(seconds) })}
            </DropdownMenuItem>
          ))}
          <DropdownMenuItem disabled={timer === null} onSelect={() => timer !== null && wait(timer + PAST)}>
            {timer === null ? t("test.wait.no_timer") : t("test.wait.until_timer", { time: formatDuration(timer) })}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setShown("wait")}>{t("test.wait.other")}</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("test.undo")}
        title={t("test.undo")}
        disabled={isEmpty}
        onClick={() => onChange({ type: "undo" })}
      >
        <Undo2 aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("test.restart")}
        title={t("test.restart")}
        disabled={isEmpty}
        onClick={() => onChange({ type: "restart" })}
      >
        <RotateCcw aria-hidden />
      </Button>
      <Others disabled={isEmpty} onChange={onChange} />
      <Button
        variant="ghost"
        size="sm"
        className="ml-auto"
        disabled={isEmpty || !mayEdit}
        onClick={() => setShown("save")}
      >
        <Save aria-hidden /> {t("test.save.open")}
      </Button>
      <CustomWaitDialog
        open={shown === "wait"}
        onOpenChange={(open) => setShown(open ? "wait" : null)}
        onWait={(length) => onChange({ type: "append", step: { wait: length } })}
      />
      <SaveTestDialog
        open={shown === "save"}
        onOpenChange={(open) => setShown(open ? "save" : null)}
        flowId={flowId}
        script={script}
        rehearsal={rehearsal}
        onSaved={onSaved}
      />
    </div>
  );
}

/** What neither the contact nor the clock does. */
function Others({ disabled, onChange }: { disabled: boolean; onChange: (change: Change) => void }) {
  const { t } = useTranslation("flow-panels");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t("test.others")}
          title={t("test.others")}
          disabled={disabled}
        >
          <MoreHorizontal aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuItem onSelect={() => onChange({ type: "append", step: { fail: "WINDOW_CLOSED" } })}>
          {t("test.fail")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onChange({ type: "append", step: { cancel: "taken_over" } })}>
          {t("test.take_over")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
