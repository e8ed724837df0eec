import { useCallback, useRef, useState } from "react";

type Writable = HTMLInputElement | HTMLTextAreaElement;
type Range = { from: number; to: number };

/** Puts texts into a field where the caret is, and gives the caret back behind them. */
export function useInsertion(value: string, onChange: (value: string) => void) {
  const field = useRef<Writable | null>(null);
  const [range, setRange] = useState<Range | null>(null);

  const attach = useCallback((element: Writable | null) => {
    field.current = element;
  }, []);
  const mark = (before = 0) => {
    const caret = field.current?.selectionStart ?? value.length;
    setRange({ from: Math.max(0, caret - before), to: field.current?.selectionEnd ?? caret });
  };
  const place = (from: number, to = from) => {
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(from, to);
    });
  };
  const insert = (text: string, at?: Range) => {
    const caret = field.current?.selectionStart ?? value.length;
    const { from, to } = at ?? range ?? { from: caret, to: field.current?.selectionEnd ?? caret };
    onChange(value.slice(0, from) + text + value.slice(to));
    setRange(null);
    place(from + text.length);
  };
  const wrap = (sign: string) => {
    const { selectionStart, selectionEnd } = field.current ?? {};
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length];
    onChange(value.slice(0, from) + sign + value.slice(from, to) + sign + value.slice(to));
    place(from + sign.length, to + sign.length);
  };
  const close = () => {
    const at = range?.to ?? value.length;
    setRange(null);
    place(at);
  };
  return { attach, isOpen: range !== null, mark, insert, wrap, close };
}
