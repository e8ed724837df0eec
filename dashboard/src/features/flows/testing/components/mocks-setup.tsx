import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { hoursOf, type Hours, type MockKind, mocksOf, NEW_MOCKS, withHours, withMocks } from "../utils/mocks";
import type { Mocks } from "../utils/script";
import { JsonField } from "./json-field";

const HOURS: Hours[] = ["unknown", "open", "closed", "calendars"];
const KINDS: MockKind[] = ["api", "erp", "ai"];
type Props = { mocks: Mocks; onChange: (mocks: Mocks) => void };

/** What the outside world answers: web services, the ERP, the model, the calendars. Nothing is asked for real. */
export function MocksSetup({ mocks, onChange }: Props) {
  const { t } = useTranslation("flow-panels");
  const id = useId();
  return (
    <section className="space-y-4" aria-labelledby={`${id}-title`}>
      <div>
        <h3 id={`${id}-title`} className="text-sm font-semibold">
          {t("setup.mocks.title")}
        </h3>
        <p className="text-xs text-muted-foreground">{t("setup.mocks.text")}</p>
      </div>
      <div className="space-y-1.5">
        <Label htmlFor={`${id}-hours`}>{t("setup.mocks.hours")}</Label>
        <Select
          value={hoursOf(mocks)}
          onValueChange={(value) => onChange(withHours(mocks, HOURS.find((one) => one === value) ?? "unknown"))}
        >
          <SelectTrigger id={`${id}-hours`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {HOURS.map((one) => (
              <SelectItem key={one} value={one}>
                {t(`setup.mocks.hours_are.${one}`)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
        {hoursOf(mocks) === "calendars" && (
          <JsonField
            label={t("setup.mocks.calendars")}
            value={mocks.hours}
            onChange={(hours) => onChange({ ...mocks, hours: hours as Mocks["hours"] })}
          />
        )}
      </div>
      {KINDS.map((kind) => (
        <Answers
          key={kind}
          kind={kind}
          answers={mocksOf(mocks, kind)}
          onChange={(answers) => onChange(withMocks(mocks, kind, answers))}
        />
      ))}
    </section>
  );
}

type AnswersProps = { kind: MockKind; answers: readonly unknown[]; onChange: (answers: unknown[]) => void };

function Answers({ kind, answers, onChange }: AnswersProps) {
  const { t } = useTranslation("flow-panels");
  return (
    <div className="space-y-2">
      <div className="flex items-center justify-between">
        <h4 className="text-sm font-medium">{t(`setup.mocks.${kind}`)}</h4>
        <Button variant="ghost" size="sm" onClick={() => onChange([...answers, NEW_MOCKS[kind]])}>
          <Plus aria-hidden /> {t("setup.mocks.add")}
        </Button>
      </div>
      {answers.map((answer, at) => (
        <div key={at} className="relative rounded-md border p-2">
          <JsonField
            label={t("setup.mocks.answer", { number: at + 1 })}
            hint={t(`setup.mocks.${kind}_hint`)}
            rows={5}
            value={answer}
            onChange={(changed) => onChange(answers.map((one, number) => (number === at ? changed : one)))}
          />
          <Button
            variant="ghost"
            size="icon-sm"
            className="absolute top-1 right-1"
            aria-label={t("setup.mocks.remove", { number: at + 1 })}
            onClick={() => onChange(answers.filter((_, number) => number !== at))}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  );
}
