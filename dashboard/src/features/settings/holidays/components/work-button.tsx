import { Button } from "@/components/ui/button";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { tellError } from "@/lib/tell-error";
import { useTexts } from "../../kit/use-texts";
import { useAddHoliday } from "../api/add-holiday";
import type { CalendarDay } from "../utils/merge";

/** Says that the company works on a public holiday. */
export function WorkButton({ day }: { day: CalendarDay }) {
  const { t } = useTexts();
  const add = useAddHoliday();
  const keyOf = useIdempotencyKey();
  const body = { day: day.day, name: day.name, is_open: true };
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-label={t("holidays.work-on", { name: day.name })}
      aria-disabled={add.isPending}
      onClick={() => !add.isPending && add.mutate({ key: keyOf(body), body }, { onError: tellError })}
    >
      {t("holidays.work")}
    </Button>
  );
}
