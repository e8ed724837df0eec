import { Braces } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { Textarea } from "@/components/ui/textarea";
import { Field } from "./field";
import { useFormScope } from "./form-scope";
import { useInsertion } from "./use-insertion";
import { spelled } from "./variable-entries";
import { VariablePicker } from "./variable-picker";

type Props = {
  path: string;
  label: string;
  hint?: string;
  value: unknown;
  onChange: (value: unknown) => void;
  /** Whether texts within may hold variables. */
  hasVariables?: boolean;
};

/** JSON, kept while it can be read. */
export function JsonInput({ path, label, hint, value, onChange, hasVariables }: Props) {
  const { t } = useTranslation("flow-nodes");
  const { readOnly } = useFormScope();
  const [draft, setDraft] = useState<{ text: string; of: unknown } | null>(null);
  const text = draft && written(draft.of) === written(value) ? draft.text : written(value);
  const read = readJson(text);
  const write = (next: string) => {
    const known = readJson(next);
    setDraft({ text: next, of: known.ok ? known.value : value });
    if (known.ok) onChange(known.value);
  };
  const insertion = useInsertion(text, write);
  const picker = hasVariables && !readOnly && (
    <Button
      variant="ghost"
      size="icon-sm"
      className="size-6"
      aria-label={t("variables.insertInto", { field: label })}
      onClick={() => insertion.mark()}
    >
      <Braces aria-hidden />
    </Button>
  );
  return (
    <Field
      path={path}
      within
      label={label}
      hint={read.ok ? hint : t("fields.badJson", { reason: read.reason })}
      actions={picker || undefined}
    >
      {(control) => (
        <Popover open={insertion.isOpen} onOpenChange={(open) => !open && insertion.close()}>
          <PopoverAnchor asChild>
            <Textarea
              {...control}
              ref={insertion.attach}
              aria-invalid={!read.ok || control["aria-invalid"]}
              value={text}
              rows={5}
              spellCheck={false}
              className="max-h-96 font-mono text-xs"
              onChange={(event) => write(event.target.value)}
              onKeyDown={(event) => {
                if (!hasVariables || !event.ctrlKey || event.code !== "Space") return;
                event.preventDefault();
                insertion.mark();
              }}
              onBlur={() => read.ok && setDraft(null)}
            />
          </PopoverAnchor>
          <PopoverContent
            align="start"
            className="w-80 p-0"
            aria-label={t("variables.title")}
            onCloseAutoFocus={(event) => event.preventDefault()}
          >
            <VariablePicker hasSecrets={false} onPick={(chosen) => insertion.insert(spelled(chosen, "template"))} />
          </PopoverContent>
        </Popover>
      )}
    </Field>
  );
}

type Read = { ok: true; value: unknown } | { ok: false; reason: string };

function readJson(text: string): Read {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : "" };
  }
}

function written(value: unknown): string {
  return JSON.stringify(value ?? {}, null, 2);
}
