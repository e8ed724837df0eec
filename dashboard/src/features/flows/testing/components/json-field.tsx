import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";

type Props = { label: string; hint?: string; value: unknown; onChange: (value: unknown) => void; rows?: number };

/** JSON that is taken whenever it can be read; until then it says that it cannot. */
export function JsonField({ label, hint, value, onChange, rows = 3 }: Props) {
  const { t } = useTranslation("flow-panels");
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? JSON.stringify(value, null, 1);
  const isGood = read(text) !== undefined;
  const change = (next: string) => {
    setTyped(next);
    const known = read(next);
    if (known !== undefined) onChange(known);
  };
  return (
    <div className="space-y-1">
      <Label htmlFor={id}>{label}</Label>
      <Textarea
        id={id}
        rows={rows}
        spellCheck={false}
        className="max-h-72 font-mono text-xs"
        value={text}
        aria-invalid={!isGood}
        aria-describedby={`${id}-hint`}
        onChange={(event) => change(event.target.value)}
        onBlur={() => isGood && setTyped(null)}
      />
      <p id={`${id}-hint`} className={isGood ? "text-xs text-muted-foreground" : "text-xs text-destructive"}>
        {isGood ? hint : t("setup.bad_json")}
      </p>
    </div>
  );
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
