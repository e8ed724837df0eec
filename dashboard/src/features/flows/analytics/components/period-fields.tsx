import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { flowVersionsQuery } from "../../versions/api/list-flow-versions";
import { DAYS } from "../utils/period";

/** A select has no empty value. */
const ALL = "all";
type Props = {
  flowId: string;
  days: number;
  version: number | null;
  onDays: (days: number) => void;
  onVersion: (version: number | null) => void;
};

/** Which sessions are counted: of how many days, of which version. */
export function PeriodFields({ flowId, days, version, onDays, onVersion }: Props) {
  const { t } = useTranslation("flow-panels");
  const id = useId();
  const versions = useInfiniteQuery(flowVersionsQuery(flowId));
  return (
    <div className="grid grid-cols-2 gap-2">
      <div className="min-w-0 space-y-1">
        <Label htmlFor={`${id}-days`}>{t("analytics.period")}</Label>
        <Select value={String(days)} onValueChange={(value) => onDays(Number(value))}>
          <SelectTrigger id={`${id}-days`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {DAYS.map((one) => (
              <SelectItem key={one} value={String(one)}>
                {t("analytics.days", { count: one })}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <div className="min-w-0 space-y-1">
        <Label htmlFor={`${id}-version`}>{t("analytics.version")}</Label>
        <Select
          value={version === null ? ALL : String(version)}
          onValueChange={(value) => onVersion(value === ALL ? null : Number(value))}
        >
          <SelectTrigger id={`${id}-version`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={ALL}>{t("analytics.all_versions")}</SelectItem>
            {versions.data?.pages
              .flatMap((page) => page.items)
              .map((one) => (
                <SelectItem key={one.id} value={String(one.number)}>
                  {t("versions.number", { number: one.number })}
                </SelectItem>
              ))}
          </SelectContent>
        </Select>
      </div>
    </div>
  );
}
