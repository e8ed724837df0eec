import type { ReactNode } from "react";
import { cn } from "@/lib/utils";
import type { Suggestions } from "../../hooks/use-suggestions";

type Props<Item> = {
  label: string;
  items: readonly Item[];
  suggestions: Suggestions<Item>;
  idOf: (item: Item) => string;
  onTake: (item: Item) => void;
  children: (item: Item) => ReactNode;
  /** What is shown beside the list, of the one that is pointed at. */
  aside?: ReactNode;
};

/** What fits what is being written, above the field. The field keeps the focus; the list is moved through by its keys. */
export function SuggestionList<Item>({ label, items, suggestions, idOf, onTake, children, aside }: Props<Item>) {
  if (!suggestions.isOpen) return null;
  return (
    <div className="absolute inset-x-2 bottom-full z-30 mb-1 flex max-h-72 overflow-hidden rounded-md border bg-popover text-popover-foreground shadow-md">
      <ul id={suggestions.listId} role="listbox" aria-label={label} className="min-w-0 flex-1 overflow-y-auto p-1">
        {items.map((item, index) => (
          // The keys are the field's: focus never comes here.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={idOf(item)}
            id={suggestions.optionId(index)}
            role="option"
            aria-selected={index === suggestions.at}
            ref={index === suggestions.at ? (line) => line?.scrollIntoView({ block: "nearest" }) : undefined}
            className={cn(
              "cursor-pointer rounded-sm px-2 py-1.5",
              index === suggestions.at && "bg-accent text-accent-foreground",
            )}
            onMouseMove={() => index !== suggestions.at && suggestions.point(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(item)}
          >
            {children(item)}
          </li>
        ))}
      </ul>
      {aside}
    </div>
  );
}
