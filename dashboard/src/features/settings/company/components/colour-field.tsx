import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { FormControl, FormField, FormItem, FormLabel, FormMessage } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { isColour } from "../../utils/contrast";

type Props<Values extends FieldValues> = { control: Control<Values>; name: FieldPath<Values>; label: string };

/** A colour, written or picked. */
export function ColourField<Values extends FieldValues>({ control, name, label }: Props<Values>) {
  const { t } = useTranslation("settings");
  return (
    <FormField
      control={control}
      name={name}
      render={({ field }) => (
        <FormItem>
          <FormLabel>{label}</FormLabel>
          <div className="flex gap-2">
            <input
              type="color"
              aria-label={t("company.pick", { what: label })}
              value={isColour(String(field.value)) ? String(field.value) : "#808080"}
              onChange={(event) => field.onChange(event.target.value)}
              className="h-9 w-11 shrink-0 cursor-pointer rounded-md border border-input bg-card p-1 outline-none focus-visible:ring-[3px] focus-visible:ring-ring/40"
            />
            <FormControl>
              <Input {...field} placeholder="#0f766e" className="font-mono" autoComplete="off" />
            </FormControl>
          </div>
          <FormMessage />
        </FormItem>
      )}
    />
  );
}
