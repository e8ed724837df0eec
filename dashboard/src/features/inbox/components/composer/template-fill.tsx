import { ArrowLeftIcon, SendHorizontalIcon } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "@/api/templates/list-approved-templates";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useSendMessage } from "../../hooks/use-send-message";
import { useTemplateFill, type TemplateFilling } from "../../hooks/use-template-fill";
import type { Conversation } from "../../utils/patch-conversation";
import type { Slot } from "../../utils/template-parameters";
import { HeaderFile } from "./header-file";
import { TemplatePreview } from "./template-preview";

type Props = { template: Template; conversation: Conversation; onBack: () => void; onDone: () => void };

/** What a template asks for, beside how it will read. */
export function TemplateFill({ template, conversation, onBack, onDone }: Props) {
  const { t } = useTranslation("inbox");
  const { send } = useSendMessage();
  const filling = useTemplateFill(template, conversation.contact_name);
  const [isChecked, setChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (filling.missing.length || filling.errors.length) return;
    void send({ conversationId: conversation.id, content: filling.content });
    onDone();
  };
  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 overflow-y-auto sm:grid-cols-2">
        <div className="grid content-start gap-4 p-4">
          <Fields filling={filling} isChecked={isChecked} />
        </div>
        <div className="bg-thread p-4">
          <h3 className="mb-2 text-xs font-medium text-muted-foreground">{t("templatePicker.preview")}</h3>
          <TemplatePreview preview={filling.preview} media={filling.media} />
        </div>
      </div>
      <div className="flex items-center gap-2 border-t p-3">
        <Button variant="outline" onClick={onBack}>
          <ArrowLeftIcon aria-hidden /> {t("templatePicker.back")}
        </Button>
        <p role="alert" className="min-w-0 flex-1 text-right text-xs text-destructive">
          {isChecked && filling.missing.length ? t("templatePicker.missing", { count: filling.missing.length }) : null}
          {isChecked ? filling.errors.map(({ field, message }) => `${field}: ${message}`).join(" · ") : null}
        </p>
        <Button type="submit">
          <SendHorizontalIcon aria-hidden /> {t("composer.send")}
        </Button>
      </div>
    </form>
  );
}

function Fields({ filling, isChecked }: { filling: TemplateFilling; isChecked: boolean }) {
  const { t } = useTranslation("inbox");
  const { model, missing } = filling;
  if (model.slots.length === 0 && !model.headerMedia)
    return <p className="text-sm text-muted-foreground">{t("templatePicker.nothingToFill")}</p>;
  return (
    <>
      {model.headerMedia ? (
        <HeaderFile
          kind={model.headerMedia}
          onReady={filling.setMedia}
          isMissing={isChecked && missing.includes("header_media")}
        />
      ) : null}
      {model.slots.map((slot) => (
        <SlotField
          key={slot.id}
          slot={slot}
          value={filling.values[slot.id] ?? ""}
          isMissing={isChecked && missing.includes(slot.id)}
          onChange={(value) => filling.setValue(slot.id, value)}
        />
      ))}
    </>
  );
}

type SlotFieldProps = { slot: Slot; value: string; isMissing: boolean; onChange: (value: string) => void };

function SlotField({ slot, value, isMissing, onChange }: SlotFieldProps) {
  const { t } = useTranslation("inbox");
  const id = `slot-${slot.id}`;
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>
        {t(`templatePicker.slots.${slot.place}`, { name: slot.name, button: slot.button ?? "" })}
      </Label>
      <Input
        id={id}
        value={value}
        required
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-missing` : undefined}
        placeholder={slot.example ? t("templatePicker.example", { example: slot.example }) : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {isMissing ? (
        <p id={`${id}-missing`} className="text-xs text-destructive">
          {t("templatePicker.empty")}
        </p>
      ) : null}
    </div>
  );
}
