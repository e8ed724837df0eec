import { useId, useState, type KeyboardEvent } from "react";

/** Keys in a field that has a list of suggestions above it: the arrows move, Enter and Tab take, Escape closes. */
export function useSuggestions<Item>(items: readonly Item[], key: string | null, onTake: (item: Item) => void) {
  const listId = useId();
  const [place, setPlace] = useState({ key, at: 0 });
  const [closed, setClosed] = useState<string | null>(null);
  // What is written anew is chosen from anew: the first fits best.
  const at = place.key === key ? Math.min(place.at, items.length - 1) : 0;
  const isOpen = key !== null && closed !== key && items.length > 0;
  const move = (step: number) => setPlace({ key, at: (at + step + items.length) % items.length });

  /** Whether the key was for the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing) return false;
    const chosen = items[at];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") {
      if (chosen !== undefined) onTake(chosen);
    } else if (event.key === "Escape") setClosed(key);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const optionId = (index: number) => `${listId}-${index}`;
  return {
    isOpen,
    at,
    listId,
    optionId,
    onKeyDown,
    point: (index: number) => setPlace({ key, at: index }),
    /** For the field, so that readers of the screen hear what is chosen. */
    field: isOpen
      ? { "aria-autocomplete": "list" as const, "aria-controls": listId, "aria-activedescendant": optionId(at) }
      : { "aria-autocomplete": "list" as const },
  };
}

export type Suggestions<Item> = ReturnType<typeof useSuggestions<Item>>;
