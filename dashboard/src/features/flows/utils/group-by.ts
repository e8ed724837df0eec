/** The items under each key, in their order. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const others = found.get(keyOf(item));
    if (others) others.push(item);
    else found.set(keyOf(item), [item]);
  }
  return found;
}
