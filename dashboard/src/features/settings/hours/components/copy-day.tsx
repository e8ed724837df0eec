import { Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { CheckList } from "../../kit/ids-field";
import { useTexts } from "../../kit/use-texts";
import { copiedTo, DAYS, type Day, type Week } from "../utils/week";

type Props = { day: Day; week: Week; onChange: (week: Week) => void };

/** Gives other days the hours of this one. */
export function CopyDay({ day, week, onChange }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const name = t(`hours.days.${day}`);
  const others = DAYS.filter((one) => one !== day);
  const copy = () => {
    onChange(
      copiedTo(
        week,
        day,
        others.filter((one) => chosen.includes(one)),
      ),
    );
    setChosen([]);
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button type="button" variant="ghost" size="icon" aria-label={t("hours.copy", { day: name })}>
          <Copy aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="grid w-64 gap-3" aria-label={t("hours.copy", { day: name })}>
        <CheckList
          label={t("hours.copy-to")}
          options={others.map((value) => ({ value, label: t(`hours.days.${value}`) }))}
          chosen={chosen}
          onChange={setChosen}
        />
        <Button type="button" size="sm" disabled={chosen.length === 0} onClick={copy}>
          {t("hours.copy-go")}
        </Button>
      </PopoverContent>
    </Popover>
  );
}
