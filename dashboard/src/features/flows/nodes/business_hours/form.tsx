import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { NameMenu } from "../../components/fields/name-field";
import { NodeForm } from "../../components/fields/node-form";
import { TextField } from "../../components/fields/plain-fields";
import { useDepartments } from "../../hooks/use-directory";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { businessHoursSchema, type BusinessHoursData } from "./model";

/** Whose hours are looked at. */
export function BusinessHoursForm(props: NodeFormProps<BusinessHoursData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const departments = useDepartments();
  const choose = (calendar: string) => props.onChange(changed(data, { calendar: calendar || undefined }));
  const label = t("business_hours.calendar");
  return (
    <NodeForm {...props} schema={businessHoursSchema}>
      <TextField
        path="calendar"
        label={label}
        hint={t("business_hours.calendarHint")}
        value={data.calendar ?? ""}
        placeholder={t("business_hours.company")}
        onChange={choose}
        actions={
          props.readOnly ? undefined : (
            <>
              {data.calendar && (
                <Button variant="ghost" size="sm" className="h-6 px-1.5 text-xs" onClick={() => choose("")}>
                  {t("business_hours.company")}
                </Button>
              )}
              {departments.length > 0 && <NameMenu label={label} options={departments} onPick={choose} />}
            </>
          )
        }
      />
    </NodeForm>
  );
}
