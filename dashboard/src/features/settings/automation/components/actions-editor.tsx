import { ArrowDown, ArrowUp, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { AddMenu } from "../../kit/add-menu";
import { useTexts } from "../../kit/use-texts";
import { ACTION_TYPES, emptyAction, MAX_ACTIONS, type Action } from "../utils/actions";
import { ActionFields } from "./action-fields";
import { KeptDocument } from "./conditions-editor";

type Props = { actions: readonly Action[]; onChange: (actions: Action[]) => void };

/** What a rule does, in order. */
export function ActionsEditor({ actions, onChange }: Props) {
  const { t } = useTexts();
  const add = (value: string) => {
    const type = ACTION_TYPES.find((one) => one === value);
    if (type) onChange([...actions, emptyAction(type)]);
  };
  const move = (at: number, by: number) => {
    const next = [...actions];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    onChange(next);
  };
  return (
    <div className="grid gap-3">
      {actions.map((action, at) => (
        <ActionRow
          key={at}
          action={action}
          number={at + 1}
          count={actions.length}
          onChange={(next) => onChange(actions.map((one, place) => (place === at ? next : one)))}
          onMove={(by) => move(at, by)}
          onRemove={() => onChange(actions.filter((_, place) => place !== at))}
        />
      ))}
      <AddMenu
        label={t("rules.add-action")}
        disabled={actions.length >= MAX_ACTIONS}
        options={ACTION_TYPES.map((value) => ({ value, label: t(`rules.actions.${value}`) }))}
        onAdd={add}
      />
    </div>
  );
}

type RowProps = {
  action: Action;
  number: number;
  count: number;
  onChange: (action: Action) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
};

function ActionRow({ action, number, count, onChange, onMove, onRemove }: RowProps) {
  const { t } = useTexts();
  const kind = t(`rules.actions.${action.type}`);
  return (
    <div role="group" aria-label={t("rules.action", { number, kind })} className="rounded-md border p-3">
      <div className="mb-2 flex items-center gap-1">
        <p className="flex-1 text-sm font-medium">
          {number}. {kind}
        </p>
        <MoveButton
          label={t("rules.earlier", { number })}
          icon={ArrowUp}
          disabled={number === 1}
          onClick={() => onMove(-1)}
        />
        <MoveButton
          label={t("rules.later", { number })}
          icon={ArrowDown}
          disabled={number === count}
          onClick={() => onMove(1)}
        />
        <MoveButton label={t("rules.remove-action", { number })} icon={X} onClick={onRemove} />
      </div>
      {action.type === "kept" ? (
        <KeptDocument document={action.document} />
      ) : (
        <ActionFields action={action} onChange={onChange} />
      )}
    </div>
  );
}

type MoveProps = { label: string; icon: typeof X; disabled?: boolean; onClick: () => void };

function MoveButton({ label, icon: Icon, disabled, onClick }: MoveProps) {
  return (
    <Button type="button" variant="ghost" size="icon-sm" aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon aria-hidden />
    </Button>
  );
}
