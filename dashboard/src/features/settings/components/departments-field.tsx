import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { useMay } from "@/api/me/get-me";
import { Checkbox } from "@/components/ui/checkbox";
import { FormField, FormItem, FormMessage } from "@/components/ui/form";
import { Label } from "@/components/ui/label";
import { switched } from "../utils/permissions";

type Props<Values extends FieldValues> = { control: Control<Values>; name: FieldPath<Values>; disabled?: boolean };

/** In which departments somebody is; not drawn for who may not see which there are. */
export function DepartmentsField<Values extends FieldValues>({ control, name, disabled }: Props<Values>) {
  const { t } = useTranslation("settings");
  const names = useQuery({ ...departmentDirectoryQuery, enabled: useMay("conversations:handle") }).data?.items;
  if (!names || names.length === 0) return null;
  return (
    <FormField
      control={control}
      name={name}
      render={({ field }) => {
        const chosen: string[] = field.value;
        return (
          <FormItem>
            <fieldset className="grid gap-2">
              <legend className="mb-1 text-sm font-medium">{t("users.departments")}</legend>
              <div className="flex flex-wrap gap-x-5 gap-y-2">
                {names.map((one) => (
                  <DepartmentBox
                    key={one.id}
                    label={one.name}
                    checked={chosen.includes(one.id)}
                    disabled={disabled}
                    onChange={(on) => field.onChange(switched(chosen, one.id, on).sort())}
                  />
                ))}
              </div>
            </fieldset>
            <FormMessage />
          </FormItem>
        );
      }}
    />
  );
}

type BoxProps = { label: string; checked: boolean; disabled?: boolean; onChange: (on: boolean) => void };

function DepartmentBox({ label, checked, disabled, onChange }: BoxProps) {
  const id = useId();
  return (
    <span className="inline-flex min-h-6 items-center gap-2">
      <Checkbox id={id} checked={checked} disabled={disabled} onCheckedChange={(on) => onChange(on === true)} />
      <Label htmlFor={id} className="font-normal">
        {label}
      </Label>
    </span>
  );
}
