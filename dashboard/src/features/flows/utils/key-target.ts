const FIELDS =
  "input, textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Whether a key or a copy belongs to a field, a window or a menu, and not to the canvas. */
export function isElsewhere(event: Event): boolean {
  return event.target instanceof Element && event.target.closest(FIELDS) !== null;
}
