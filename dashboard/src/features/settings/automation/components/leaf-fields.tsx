import { useQuery } from "@tanstack/react-query";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import { Choice } from "../../kit/choice";
import { CheckList } from "../../kit/ids-field";
import { Line } from "../../kit/labelled";
import { Lines } from "../../kit/lines";
import { useTagOptions } from "../../kit/options";
import { useTexts } from "../../kit/use-texts";
import { HOWS, NUMBERS, type Leaf } from "../utils/conditions";
import { FieldFields } from "./field-fields";

type Of<Type extends Leaf["type"]> = Extract<Leaf, { type: Type }>;
type Props<One extends Leaf = Leaf> = { leaf: One; onChange: (leaf: Leaf) => void };

/** What a question asks, by its kind. */
export function LeafFields({ leaf, onChange }: Props) {
  switch (leaf.type) {
    case "is":
      return <FieldFields leaf={leaf} onChange={onChange} />;
    case "at_least":
      return <NumberFields leaf={leaf} onChange={onChange} />;
    case "tag":
      return <TagFields leaf={leaf} onChange={onChange} />;
    case "attribute":
      return <AttributeFields leaf={leaf} onChange={onChange} />;
    case "says":
      return <WordFields leaf={leaf} onChange={onChange} />;
    case "open_now":
      return <OpenFields leaf={leaf} onChange={onChange} />;
  }
}

function NumberFields({ leaf, onChange }: Props<Of<"at_least">>) {
  const { t } = useTexts();
  return (
    <>
      <Choice
        label={t("rules.number")}
        value={leaf.number}
        options={NUMBERS.map((value) => ({ value, label: t(`rules.numbers.${value}`) }))}
        onChange={(next) => onChange({ ...leaf, number: NUMBERS.find((one) => one === next) ?? leaf.number })}
      />
      <Line
        label={t("rules.at-least")}
        type="number"
        step={1}
        value={String(leaf.value)}
        onChange={(text) => onChange({ ...leaf, value: Math.trunc(Number(text)) || 0 })}
      />
    </>
  );
}

function TagFields({ leaf, onChange }: Props<Of<"tag">>) {
  const { t } = useTexts();
  return (
    <CheckList
      label={t("rules.tags")}
      options={useTagOptions()}
      chosen={leaf.tag_ids}
      onChange={(tag_ids) => onChange({ ...leaf, tag_ids })}
    />
  );
}

function AttributeFields({ leaf, onChange }: Props<Of<"attribute">>) {
  const { t } = useTexts();
  const { data } = useQuery(contactFieldsQuery);
  return (
    <>
      <Choice
        label={t("rules.field")}
        placeholder={t("kit.choose")}
        value={leaf.name}
        options={(data ?? []).map(({ key, label }) => ({ value: key, label }))}
        onChange={(name) => onChange({ ...leaf, name })}
      />
      <Lines
        label={t("rules.values")}
        hint={t("rules.lines-hint")}
        value={leaf.any_of}
        onChange={(any_of) => onChange({ ...leaf, any_of })}
      />
    </>
  );
}

function WordFields({ leaf, onChange }: Props<Of<"says">>) {
  const { t } = useTexts();
  return (
    <>
      <Choice
        label={t("rules.how")}
        value={leaf.how}
        options={HOWS.map((value) => ({ value, label: t(`rules.hows.${value}`) }))}
        onChange={(next) => onChange({ ...leaf, how: HOWS.find((one) => one === next) ?? leaf.how })}
      />
      <Lines
        label={t("rules.words")}
        hint={t("rules.words-hint")}
        value={leaf.words}
        onChange={(words) => onChange({ ...leaf, words })}
      />
    </>
  );
}

function OpenFields({ leaf, onChange }: Props<Of<"open_now">>) {
  const { t } = useTexts();
  return (
    <Choice
      label={t("rules.hours")}
      value={leaf.is_open ? "open" : "closed"}
      options={(["open", "closed"] as const).map((value) => ({ value, label: t(`rules.hours-${value}`) }))}
      onChange={(next) => onChange({ ...leaf, is_open: next === "open" })}
    />
  );
}
