import { SearchIcon, XIcon } from "lucide-react";
import { useEffect, useRef, useState, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { cn } from "@/lib/utils";

const WAIT_MS = 300;

type Props = {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  label: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
};

/** A field to search with: tells of a change once the writing pauses, at once on Enter and when it is cleared. */
export function SearchInput({ value, onChange, placeholder, label, className, ref }: Props) {
  const { t } = useTranslation("common");
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  if (value !== seen) {
    setSeen(value);
    if (value !== sent) setText(value);
  }

  const send = (next: string) => {
    clearTimeout(timer.current);
    setSent(next);
    if (next !== value) onChange(next);
  };
  const write = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(next), WAIT_MS);
  };

  return (
    <div className={cn("relative", className)}>
      <SearchIcon
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        ref={ref}
        type="search"
        value={text}
        aria-label={label}
        placeholder={placeholder ?? label}
        className="pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && send(text)}
      />
      {text && (
        <button
          type="button"
          aria-label={t("clear")}
          className="absolute top-1/2 right-1.5 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded-sm text-muted-foreground outline-none hover:text-foreground focus-visible:ring-[3px] focus-visible:ring-ring/60"
          onClick={() => {
            setText("");
            send("");
          }}
        >
          <XIcon aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
