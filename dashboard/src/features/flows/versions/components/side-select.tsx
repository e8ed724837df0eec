import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { DRAFT, type Side } from "../api/get-flow-diff";

type Props = {
  label: string;
  value: Side;
  versions: readonly Schema<"FlowVersionRow">[];
  onChange: (side: Side) => void;
};

/** Chooses a version or the draft. */
export function SideSelect({ label, value, versions, onChange }: Props) {
  const { t } = useTranslation("flow-panels");
  const id = useId();
  return (
    <div className="min-w-0 space-y-1">
      <Label htmlFor={id}>{label}</Label>
      <Select value={value} onValueChange={onChange}>
        <SelectTrigger id={id} className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={DRAFT}>{t("diff.draft")}</SelectItem>
          {versions.map((one) => (
            <SelectItem key={one.id} value={String(one.number)}>
              {t("versions.number", { number: one.number })}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
