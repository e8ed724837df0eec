import { ArrowDownIcon, ArrowUpIcon, Trash2Icon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { MAX_CODE, MAX_PHONE, MAX_TEXT, MAX_URL } from "../utils/button-rules";
import type { DraftButton } from "../utils/draft";
import { gapsOf, SHOWN_GAPS } from "../utils/gaps";
import { EditorField } from "./editor-field";

type Props = {
  button: DraftButton;
  place: number;
  isLast: boolean;
  onChange: (button: DraftButton) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

type InputName = "text" | "url" | "phone" | "example";

/** One button of a template. */
export function ButtonEditor({ button, place, isLast, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation("templates");
  const name = `${t(`button.${button.type}`)} ${place + 1}`;
  const line = (
    field: InputName,
    given: { label: string; most?: number; hint?: string; type?: string; placeholder?: string },
  ) => (
    <EditorField
      at={`buttons.${place}.${field}`}
      label={given.label}
      {...(given.hint ? { hint: given.hint } : {})}
      {...(given.most ? { counted: { text: button[field], most: given.most } } : {})}
    >
      {(control) => (
        <Input
          {...control}
          type={given.type ?? "text"}
          value={button[field]}
          placeholder={given.placeholder}
          onChange={(event) => onChange({ ...button, [field]: event.target.value })}
        />
      )}
    </EditorField>
  );
  return (
    <li className="grid gap-3 rounded-md border bg-card p-3">
      <div className="flex items-center gap-1">
        <p className="mr-auto font-medium">{t(`button.${button.type}`)}</p>
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          disabled={place === 0}
          aria-label={t("editor.up", { name })}
          onClick={() => onMove(-1)}
        >
          <ArrowUpIcon aria-hidden />
        </Button>
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          disabled={isLast}
          aria-label={t("editor.down", { name })}
          onClick={() => onMove(1)}
        >
          <ArrowDownIcon aria-hidden />
        </Button>
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          aria-label={t("editor.removeButton", { name })}
          onClick={onRemove}
        >
          <Trash2Icon aria-hidden />
        </Button>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        {button.type !== "COPY_CODE" && line("text", { label: t("editor.buttonText"), most: MAX_TEXT })}
        {button.type === "URL" &&
          line("url", {
            label: t("editor.url"),
            most: MAX_URL,
            type: "url",
            placeholder: "https://loja.example/pedido/{{1}}",
            hint: t("editor.urlHint", SHOWN_GAPS),
          })}
        {button.type === "URL" &&
          gapsOf(button.url).length > 0 &&
          line("example", { label: t("editor.urlExample"), placeholder: "https://loja.example/pedido/42" })}
        {button.type === "PHONE_NUMBER" &&
          line("phone", { label: t("editor.phone"), most: MAX_PHONE, type: "tel", placeholder: "+551155550100" })}
        {button.type === "COPY_CODE" &&
          line("example", {
            label: t("editor.code"),
            most: MAX_CODE,
            placeholder: "NATAL10",
            hint: t("editor.codeHint"),
          })}
        {button.type === "FLOW" && (
          <EditorField at={`buttons.${place}.flow`} label={t("editor.flow")} hint={t("editor.flowHint")}>
            {(control) => (
              <Input
                {...control}
                value={button.flow.id}
                onChange={(event) => onChange({ ...button, flow: { ...button.flow, id: event.target.value.trim() } })}
              />
            )}
          </EditorField>
        )}
      </div>
    </li>
  );
}
