import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { BASES, PURPOSES, type ConsentDraft } from "../utils/consents";

type ChoiceProps<Word extends string> = {
  label: string;
  value: Word;
  options: readonly Word[];
  nameOf: (word: Word) => string;
  onChange: (word: Word) => void;
};

function Choice<Word extends string>({ label, value, options, nameOf, onChange }: ChoiceProps<Word>) {
  const id = useId();
  const take = (next: string) => {
    const found = options.find((one) => one === next);
    if (found) onChange(found);
  };
  return (
    <div className="grid content-start gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Select value={value} onValueChange={take}>
        <SelectTrigger id={id} className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {options.map((one) => (
            <SelectItem key={one} value={one}>
              {nameOf(one)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}

type Props = { value: ConsentDraft; onChange: (value: ConsentDraft) => void; isGranted: boolean };

/** What is written down with a yes or a no: for what, on what it rests, how it is known. */
export function ConsentFields({ value, onChange, isGranted }: Props) {
  const { t } = useTranslation("contacts");
  const id = useId();
  const set = (changes: Partial<ConsentDraft>) => onChange({ ...value, ...changes });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Choice
        label={t("consent.purpose")}
        value={value.purpose}
        options={PURPOSES}
        nameOf={(one) => t(`purpose.${one}`)}
        onChange={(purpose) => set({ purpose })}
      />
      <Choice
        label={t("consent.basis")}
        value={value.legal_basis}
        options={BASES}
        nameOf={(one) => t(`basis.${one}`)}
        onChange={(legal_basis) => set({ legal_basis })}
      />
      <div className="grid content-start gap-1.5">
        <Label htmlFor={`${id}-source`}>{t("consent.source")}</Label>
        <Input
          id={`${id}-source`}
          value={value.source}
          maxLength={200}
          required
          placeholder={t(isGranted ? "consent.sourceYes" : "consent.sourceNo")}
          onChange={(event) => set({ source: event.target.value })}
        />
      </div>
      {isGranted && (
        <div className="grid content-start gap-1.5">
          <Label htmlFor={`${id}-until`}>{t("consent.until")}</Label>
          <Input
            id={`${id}-until`}
            type="date"
            value={value.expires_at?.slice(0, 10) ?? ""}
            onChange={(event) => set({ expires_at: event.target.value ? `${event.target.value}T23:59:59Z` : null })}
          />
        </div>
      )}
      <div className="grid gap-1.5 sm:col-span-2">
        <Label htmlFor={`${id}-text`}>{t("consent.text")}</Label>
        <Textarea
          id={`${id}-text`}
          rows={2}
          maxLength={4000}
          value={value.text_shown ?? ""}
          placeholder={t("consent.textHint")}
          onChange={(event) => set({ text_shown: event.target.value || null })}
        />
      </div>
    </div>
  );
}
