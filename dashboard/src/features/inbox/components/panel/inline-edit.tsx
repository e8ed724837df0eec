import { PencilIcon } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type Props = {
  label: string;
  value: string;
  type?: string;
  isEditable: boolean;
  /** How the value is shown while nobody changes it. */
  children: ReactNode;
  /** Keeps the new value; what it throws is shown below the field, which stays open. */
  onSave: (value: string) => Promise<unknown>;
};

/** A value that becomes a field by a click: Enter keeps what was written, Escape forgets it. */
export function InlineEdit({ label, value, type = "text", isEditable, children, onSave }: Props) {
  const { t } = useTranslation("inbox");
  const [written, setWritten] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const errorId = useId();
  const close = () => {
    setWritten(null);
    setError(null);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const save = async () => {
    if (written === null || isSaving) return;
    if (written.trim() === value) return close();
    setSaving(true);
    try {
      await onSave(written.trim());
      close();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
    } finally {
      setSaving(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") void save();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (written !== null)
    return (
      <span className="block w-full">
        <Input
          ref={(field) => (error === null ? field?.focus() : undefined)}
          className="h-8 text-sm"
          type={type}
          aria-label={label}
          aria-invalid={error !== null}
          aria-describedby={error ? errorId : undefined}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => (error === null ? void save() : close())}
        />
        {error ? (
          <span id={errorId} role="alert" className="block text-xs text-destructive">
            {error}
          </span>
        ) : null}
      </span>
    );
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <span className="min-w-0 break-words">{children}</span>
      {isEditable ? (
        <Button
          ref={opener}
          variant="ghost"
          size="icon-sm"
          className="size-6 text-muted-foreground"
          aria-label={t("panel.edit", { label })}
          onClick={() => setWritten(value)}
        >
          <PencilIcon aria-hidden className="size-3.5" />
        </Button>
      ) : null}
    </span>
  );
}
