import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { SaidText } from "./field";
import { useFormScope } from "./form-scope";
import { TextField } from "./plain-fields";
import { TemplateTextInput } from "./template-text-input";

type Pairs = Readonly<Record<string, string>>;
type Props = {
  path: string;
  legend: string;
  hint?: string;
  value: Pairs;
  onChange: (value: Record<string, string>) => void;
  nameLabel: string;
  valueLabel: string;
  addLabel: string;
  namePlaceholder?: string;
  valuePlaceholder?: string;
  hasSecrets?: boolean;
  /** Whether values are no texts with variables: paths, names. */
  isPlain?: boolean;
};

/** Names with a text each: headers, parameters, mappings. A pair whose name is empty or taken is not kept yet. */
export function KeyValueEditor(props: Props) {
  const { path, legend, hint, value, onChange, addLabel } = props;
  const { t } = useTranslation("flow-nodes");
  const { says, readOnly } = useFormScope();
  const [rows, setRows] = useState<readonly [string, string][]>(Object.entries(value));
  const shown = sameAs(rows, value) ? rows : Object.entries(value);
  const said = says(path, true);
  const set = (next: readonly [string, string][]) => {
    setRows(next);
    onChange(pairsOf(next));
  };

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {hint && <p className="-mt-1 text-xs text-muted-foreground">{hint}</p>}
      {shown.map((row, place) => (
        <Pair
          key={place}
          {...props}
          row={row}
          isTaken={row[0] !== "" && shown.some(([name], at) => at < place && name === row[0])}
          onRow={(next) => set(shown.map((old, at) => (at === place ? next : old)))}
          onRemove={() => set(shown.filter((_, at) => at !== place))}
        />
      ))}
      {said && <SaidText said={said} />}
      {!readOnly && (
        <Button variant="outline" size="sm" className="self-start" onClick={() => setRows([...shown, ["", ""]])}>
          <Plus aria-hidden />
          {addLabel}
        </Button>
      )}
      <span className="sr-only" aria-live="polite">
        {shown.some(([name]) => name === "") ? t("fields.nameless") : ""}
      </span>
    </fieldset>
  );
}

type PairProps = Props & {
  row: [string, string];
  isTaken: boolean;
  onRow: (row: [string, string]) => void;
  onRemove: () => void;
};

function Pair({ row: [name, text], isTaken, onRow, onRemove, ...props }: PairProps) {
  const { t } = useTranslation("flow-nodes");
  const { readOnly } = useFormScope();
  const shared = { path: `${props.path}.${name}`, label: props.valueLabel, value: text };
  return (
    <div className="flex min-w-0 flex-col gap-1.5 rounded-md border bg-card p-2.5">
      <div className="flex items-end gap-1">
        <TextField
          path=""
          label={props.nameLabel}
          hint={isTaken ? t("fields.taken") : undefined}
          value={name}
          placeholder={props.namePlaceholder}
          isMono
          className="flex-1"
          onChange={(next) => onRow([next, text])}
        />
        {!readOnly && (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t("fields.remove", { name: name || props.nameLabel })}
            onClick={onRemove}
          >
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      {props.isPlain ? (
        <TextField {...shared} isMono placeholder={props.valuePlaceholder} onChange={(next) => onRow([name, next])} />
      ) : (
        <TemplateTextInput
          {...shared}
          hasSecrets={props.hasSecrets}
          placeholder={props.valuePlaceholder}
          onChange={(next) => onRow([name, next])}
        />
      )}
    </div>
  );
}

/** What is kept of the rows: the first of each name. */
export function pairsOf(rows: readonly (readonly [string, string])[]): Record<string, string> {
  const kept = new Map<string, string>();
  for (const [name, text] of rows) if (name !== "" && !kept.has(name)) kept.set(name, text);
  return Object.fromEntries(kept);
}

/** Whether the rows say what is kept; if not, somebody else has changed it. */
function sameAs(rows: readonly (readonly [string, string])[], value: Pairs): boolean {
  const kept = pairsOf(rows);
  const names = Object.keys(value);
  return names.length === Object.keys(kept).length && names.every((name) => kept[name] === value[name]);
}
