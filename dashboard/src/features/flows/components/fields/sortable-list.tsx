import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { useFormScope } from "./form-scope";

type Props<Item> = {
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  /** Names an item in the labels of its buttons. */
  nameOf: (item: Item, place: number) => string;
  children: (item: Item, place: number, change: (item: Item) => void) => ReactNode;
  /** What the list is of. */
  label: string;
  onAdd?: () => void;
  addLabel?: string;
  /** Whether there must be one at least. */
  keepsOne?: boolean;
  /** How many there may be. */
  most?: number;
};

/** A list in which things are added, removed and moved up and down. */
export function SortableList<Item>(props: Props<Item>) {
  const { items, onChange, children, label, onAdd, addLabel, most = Infinity } = props;
  const { readOnly } = useFormScope();
  const list = useRef<HTMLOListElement>(null);
  const focusAt = (place: number, part: string) =>
    requestAnimationFrame(() => {
      const row = list.current?.children[place];
      const button = row?.querySelector<HTMLElement>(`[data-part="${part}"]:not(:disabled)`);
      (button ?? row?.querySelector<HTMLElement>("button:not(:disabled)"))?.focus();
    });
  const move = (from: number, by: -1 | 1) => {
    const next = [...items];
    const [moved] = next.splice(from, 1);
    if (moved === undefined) return;
    next.splice(from + by, 0, moved);
    onChange(next);
    focusAt(from + by, by < 0 ? "up" : "down");
  };

  return (
    <div className="flex min-w-0 flex-col gap-2">
      {items.length > 0 && (
        <ol ref={list} aria-label={label} className="flex flex-col gap-2">
          {items.map((item, place) => (
            <li key={place} className="flex min-w-0 flex-col gap-2 rounded-md border bg-card p-2.5">
              {!readOnly && <RowButtons {...props} item={item} place={place} onMove={(by) => move(place, by)} />}
              {children(item, place, (next) => onChange(items.map((old, at) => (at === place ? next : old))))}
            </li>
          ))}
        </ol>
      )}
      {onAdd && !readOnly && items.length < most && (
        <Button variant="outline" size="sm" className="self-start" onClick={onAdd}>
          <Plus aria-hidden />
          {addLabel}
        </Button>
      )}
    </div>
  );
}

type RowProps<Item> = Props<Item> & { item: Item; place: number; onMove: (by: -1 | 1) => void };

function RowButtons<Item>({ items, onChange, nameOf, item, place, onMove, keepsOne }: RowProps<Item>) {
  const { t } = useTranslation("flow-nodes");
  const name = nameOf(item, place);
  return (
    <div className="flex items-center gap-0.5">
      <span className="mr-auto truncate text-xs font-medium text-muted-foreground">{name}</span>
      <Button
        variant="ghost"
        size="icon-sm"
        className="size-6"
        data-part="up"
        disabled={place === 0}
        aria-label={t("fields.moveUp", { name })}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        className="size-6"
        data-part="down"
        disabled={place === items.length - 1}
        aria-label={t("fields.moveDown", { name })}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        className="size-6"
        disabled={keepsOne && items.length === 1}
        aria-label={t("fields.remove", { name })}
        onClick={() => onChange(items.filter((_, at) => at !== place))}
      >
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}
