import { PlusIcon, Trash2Icon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useEditor } from "../../stores/editor";
import { asKind, freeName, kindOfValue, renamed, VALUE_KINDS, without, type ValueKind } from "../../utils/value-kinds";
import { Choice } from "./choice";
import { Section } from "./section";
import { VariableValue } from "./variable-value";

type Variables = Record<string, unknown>;

/** What the flow knows when it starts. */
export function VariablesForm() {
  const { t } = useTranslation("flows");
  const variables: Variables = useEditor((state) => state.document.variables) ?? {};
  const change = (next: Variables, gesture: string) =>
    useEditor.getState().changeDocument({ variables: next }, `variables ${gesture}`);
  return (
    <Section title={t("editor.variables.title")} hint={t("editor.variables.hint")}>
      <ul className="flex flex-col gap-3">
        {Object.entries(variables).map(([name, value]) => (
          <VariableRow key={name} name={name} value={value} variables={variables} onChange={change} />
        ))}
      </ul>
      <Button
        variant="outline"
        size="sm"
        className="self-start"
        onClick={() => change({ ...variables, [freeName(variables, t("editor.variables.newName"))]: "" }, "add")}
      >
        <PlusIcon aria-hidden />
        {t("editor.variables.add")}
      </Button>
    </Section>
  );
}

type RowProps = {
  name: string;
  value: unknown;
  variables: Variables;
  onChange: (next: Variables, gesture: string) => void;
};

function VariableRow({ name, value, variables, onChange }: RowProps) {
  const { t } = useTranslation("flows");
  const set = (next: unknown) => onChange({ ...variables, [name]: next }, name);
  return (
    <li className="flex flex-col gap-1.5 rounded-md border p-2">
      <div className="flex items-center gap-1.5">
        <Input
          aria-label={t("editor.variables.name")}
          className="font-mono text-xs"
          defaultValue={name}
          onBlur={(event) => {
            const next = renamed(variables, name, event.target.value);
            if (next === variables) event.target.value = name;
            else onChange(next, `rename ${name}`);
          }}
          onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
        />
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t("editor.variables.remove", { name })}
          onClick={() => onChange(without(variables, name), "remove")}
        >
          <Trash2Icon aria-hidden />
        </Button>
      </div>
      <div className="grid grid-cols-[7.5rem_1fr] gap-1.5">
        <Choice
          aria-label={t("editor.variables.kind", { name })}
          value={kindOfValue(value)}
          onChange={(kind) => set(asKind(value, kind as ValueKind))}
          options={VALUE_KINDS.map((kind) => ({ value: kind, label: t(`editor.variables.kinds.${kind}`) }))}
        />
        <VariableValue label={t("editor.variables.value", { name })} value={value} onChange={set} />
      </div>
    </li>
  );
}
