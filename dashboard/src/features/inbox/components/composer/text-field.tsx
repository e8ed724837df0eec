import { useEffect, type ComponentProps, type KeyboardEvent, type RefObject } from "react";
import { cn } from "@/lib/utils";
import { useComposerSettings } from "../../stores/composer-settings";

const TALLEST_PX = 220;
/** Else it is measured, for which it is made small for a moment: the thread above would lose its end. */
const GROWS_BY_ITSELF = "CSS" in window && CSS.supports("field-sizing", "content");

type Props = Omit<ComponentProps<"textarea">, "onChange" | "value"> & {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onText: (text: string) => void;
  onSend: () => void;
  /** Looks at a key first; true where it was its own. */
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
};

/** A field that grows with what is written, and sends on Enter, or on Ctrl+Enter where the person wants it so. */
export function TextField({ field, value, onText, onSend, onKey, className, ...props }: Props) {
  const enterSends = useComposerSettings((state) => state.enterSends);
  useEffect(() => {
    if (!GROWS_BY_ITSELF) fit(field.current);
  }, [field, value]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (onKey?.(event) || event.nativeEvent.isComposing) return;
    if (event.key !== "Enter" || event.shiftKey || event.altKey) return;
    if ((!enterSends || isTouch()) && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    onSend();
  };
  return (
    <textarea
      ref={field}
      rows={1}
      dir="auto"
      value={value}
      className={cn(
        "block field-sizing-content max-h-[220px] min-h-10 w-full resize-none bg-transparent px-3 py-2.5 text-sm outline-none placeholder:text-muted-foreground",
        className,
      )}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
      {...props}
    />
  );
}

/** On a screen that is touched there is no Shift to make a new line with: the button sends. */
const isTouch = (): boolean => window.matchMedia("(pointer: coarse)").matches;

/** Makes a field as tall as what is written in it, where the browser does not; what stands around it keeps its place. */
function fit(field: HTMLTextAreaElement | null): void {
  const around = field?.parentElement;
  if (!field || !around) return;
  around.style.minHeight = `${around.offsetHeight}px`;
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, TALLEST_PX)}px`;
  around.style.minHeight = "";
}
