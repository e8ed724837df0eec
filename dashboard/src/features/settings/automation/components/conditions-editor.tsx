import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { AddMenu } from "../../kit/add-menu";
import { Choice } from "../../kit/choice";
import { useTexts } from "../../kit/use-texts";
import { emptyLeaf, LEAF_TYPES, type Conditions, type Row } from "../utils/conditions";
import { LeafFields } from "./leaf-fields";

type Props = { conditions: Conditions; onChange: (conditions: Conditions) => void };

/** What has to hold for a rule to be meant: all of it, or any. */
export function ConditionsEditor({ conditions, onChange }: Props) {
  const { t } = useTexts();
  const { match, rows } = conditions;
  const put = (next: Row[]) => onChange({ ...conditions, rows: next });
  const add = (value: string) => {
    const type = LEAF_TYPES.find((one) => one === value);
    if (type) put([...rows, { not: false, condition: emptyLeaf(type) }]);
  };
  return (
    <div className="grid gap-3">
      {rows.length > 1 && (
        <div className="max-w-xs">
          <Choice
            label={t("rules.match")}
            value={match}
            options={(["all", "any"] as const).map((value) => ({ value, label: t(`rules.matches.${value}`) }))}
            onChange={(next) => onChange({ ...conditions, match: next === "any" ? "any" : "all" })}
          />
        </div>
      )}
      {rows.length === 0 && <p className="text-sm text-muted-foreground">{t("rules.always")}</p>}
      {rows.map((row, at) => (
        <ConditionRow
          key={at}
          row={row}
          number={at + 1}
          onChange={(next) => put(rows.map((one, place) => (place === at ? next : one)))}
          onRemove={() => put(rows.filter((_, place) => place !== at))}
        />
      ))}
      <AddMenu
        label={t("rules.add-condition")}
        options={LEAF_TYPES.map((value) => ({ value, label: t(`rules.kinds.${value}`) }))}
        onAdd={add}
      />
    </div>
  );
}

type RowProps = { row: Row; number: number; onChange: (row: Row) => void; onRemove: () => void };

function ConditionRow({ row, number, onChange, onRemove }: RowProps) {
  const { t } = useTexts();
  const { condition } = row;
  const kind = t(`rules.kinds.${condition.type}`);
  return (
    <div role="group" aria-label={t("rules.condition", { number, kind })} className="rounded-md border p-3">
      <div className="mb-2 flex items-center justify-between gap-2">
        <p className="text-sm font-medium">{kind}</p>
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          aria-label={t("rules.remove-condition", { number })}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </div>
      {condition.type === "kept" ? (
        <KeptDocument document={condition.document} />
      ) : (
        <div className="grid gap-3 sm:grid-cols-2">
          {condition.type !== "open_now" && (
            <Choice
              label={t("rules.whether")}
              value={row.not ? "not" : "is"}
              options={(["is", "not"] as const).map((value) => ({ value, label: t(`rules.whethers.${value}`) }))}
              onChange={(next) => onChange({ ...row, not: next === "not" })}
            />
          )}
          <LeafFields leaf={condition} onChange={(next) => onChange({ ...row, condition: next })} />
        </div>
      )}
    </div>
  );
}

/** What was made elsewhere and cannot be changed here. */
export function KeptDocument({ document }: { document: unknown }) {
  const { t } = useTexts();
  return (
    <>
      <p className="mb-1 text-[0.8125rem] text-muted-foreground">{t("rules.kept")}</p>
      <pre className="overflow-x-auto rounded bg-muted p-2 text-xs">{JSON.stringify(document, null, 2)}</pre>
    </>
  );
}
