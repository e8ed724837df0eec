import { useTranslation } from "react-i18next";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { ExpressionInput } from "../../components/fields/expression-input";
import { useFormScope } from "../../components/fields/form-scope";
import { SelectField } from "../../components/fields/plain-fields";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { VariablePathField } from "../../components/fields/variable-path-field";
import { changed, without } from "../fields";
import { OPERATORS, takesValue, type Case, type Operator } from "./model";

type Props = { path: string; value: Case; onChange: (value: Case) => void };

/** When a case is true: by comparing a variable, or by an expression. */
export function CaseEditor({ path, value, onChange }: Props) {
  const { t } = useTranslation("flow-nodes");
  const { readOnly } = useFormScope();
  const isExpression = value.expression !== undefined && (value.expression !== "" || value.variable === undefined);
  const become = (mode: string) => {
    const rest = without(value, "expression", "variable", "operator", "value");
    if (mode === "expression") onChange({ ...rest, expression: "" });
    if (mode === "compare") onChange({ ...rest, variable: "", operator: "eq", value: "" });
  };
  return (
    <>
      <ToggleGroup
        type="single"
        size="sm"
        variant="outline"
        value={isExpression ? "expression" : "compare"}
        onValueChange={become}
        disabled={readOnly}
        aria-label={t("condition.mode")}
      >
        <ToggleGroupItem value="compare">{t("condition.modes.compare")}</ToggleGroupItem>
        <ToggleGroupItem value="expression">{t("condition.modes.expression")}</ToggleGroupItem>
      </ToggleGroup>
      {isExpression ? (
        <ExpressionInput
          path={`${path}.expression`}
          label={t("condition.expression")}
          value={value.expression ?? ""}
          placeholder="vars.idade >= 18"
          onChange={(expression) => onChange({ ...value, expression })}
        />
      ) : (
        <Comparison path={path} value={value} onChange={onChange} />
      )}
    </>
  );
}

function Comparison({ path, value, onChange }: Props) {
  const { t } = useTranslation("flow-nodes");
  const operator: Operator = value.operator ?? "eq";
  const compare = (next: Operator) =>
    onChange(changed(value, { operator: next, value: takesValue(next) ? (value.value ?? "") : undefined }));
  return (
    <>
      <VariablePathField
        path={`${path}.variable`}
        label={t("condition.variable")}
        value={value.variable ?? ""}
        onChange={(variable) => onChange({ ...value, variable })}
      />
      <SelectField
        path={`${path}.operator`}
        label={t("condition.operator")}
        value={operator}
        options={OPERATORS.map((one) => ({ value: one, label: t(`operators.${one}`) }))}
        onChange={compare}
      />
      {takesValue(operator) && (
        <TemplateTextInput
          path={`${path}.value`}
          label={t("condition.value")}
          hint={operator === "in" || operator === "not_in" ? t("condition.listHint") : undefined}
          value={shown(value.value)}
          onChange={(text) => onChange({ ...value, value: text })}
        />
      )}
    </>
  );
}

/** A value as it is written; comparing reads `18` and `"18"` alike. */
function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? value.join(", ") : JSON.stringify(value);
}
