/** The text with something put where the caret of its field stands; the field gets the focus and the caret behind it. */
export function insertAtCaret(field: HTMLTextAreaElement | null, text: string, inserted: string): string {
  const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
  const caret = from + inserted.length;
  requestAnimationFrame(() => {
    field?.focus();
    field?.setSelectionRange(caret, caret);
  });
  return text.slice(0, from) + inserted + text.slice(to);
}
