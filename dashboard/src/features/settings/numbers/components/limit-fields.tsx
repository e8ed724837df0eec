import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { TextField } from "@/components/text-field";
import type { Limits } from "../utils/limits";

type Props<Values extends FieldValues & Limits> = { control: Control<Values> };

const FIELDS = ["messages_per_second", "rate_limit_per_minute", "daily_limit"] as const;

/** How fast a number may send; beside these, the provider's own limits hold. */
export function LimitFields<Values extends FieldValues & Limits>({ control }: Props<Values>) {
  const { t } = useTranslation("settings");
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      {FIELDS.map((name) => (
        <TextField
          key={name}
          control={control}
          name={name as FieldPath<Values>}
          inputMode="numeric"
          label={t(`numbers.${name}`)}
          placeholder={name === "messages_per_second" ? undefined : t("numbers.no-limit")}
        />
      ))}
    </div>
  );
}
