import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { Turn } from "../utils/turns";
import { useStepText } from "./use-step-text";

/** A select has no empty value. */
const ALL = "all";
type Props = { turns: readonly Turn[]; chosen: Turn | null; onChoose: (index: number | null) => void };

/** Chooses after which step one looks; by itself the whole conversation, as it stands now. */
export function TurnSelect({ turns, chosen, onChoose }: Props) {
  const { t } = useTranslation("flow-panels");
  const textOf = useStepText();
  const id = useId();
  return (
    <div className="space-y-1">
      <Label htmlFor={id} className="text-xs">
        {t("state.after")}
      </Label>
      <Select
        value={chosen ? String(chosen.index) : ALL}
        onValueChange={(value) => onChoose(value === ALL ? null : Number(value))}
      >
        <SelectTrigger id={id} className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ALL}>{t("state.all")}</SelectItem>
          {turns.map((turn, at) => (
            <SelectItem key={turn.index} value={String(turn.index)}>
              {t("state.one", { number: at + 1, action: textOf(turn.step) })}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
