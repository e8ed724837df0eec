import { useTranslation } from "react-i18next";
import { variableName } from "../../nodes/fields";
import { ROOTS } from "../../utils/language/roots";
import { TextField } from "./plain-fields";

type Props = {
  path: string;
  label?: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
};

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The name of the variable that something is kept in; says so where no expression could name it. */
export function VariableNameField({ path, label, hint, value, onChange, className }: Props) {
  const { t } = useTranslation("flow-nodes");
  const name = variableName(value);
  const isOdd = name !== "" && (!NAME.test(name) || name in ROOTS);
  return (
    <TextField
      path={path}
      label={label ?? t("fields.saveAs")}
      hint={isOdd ? t("fields.oddName") : (hint ?? (name ? t("fields.savedAs", { name }) : t("fields.saveAsHint")))}
      value={value}
      isMono
      placeholder={t("fields.saveAsExample")}
      className={className}
      onChange={onChange}
    />
  );
}
