import { useTranslation } from "react-i18next";
import { TextField } from "../../components/fields/plain-fields";
import { SortableList } from "../../components/fields/sortable-list";
import { changed } from "../fields";
import { MAX_CARDS } from "../limits";
import type { Card } from "./model";

/** Business cards. */
export function ContactsEditor({ cards, onChange }: { cards: readonly Card[]; onChange: (cards: Card[]) => void }) {
  const { t } = useTranslation("flow-nodes");
  return (
    <SortableList
      items={cards}
      onChange={onChange}
      label={t("message.contents.contacts")}
      nameOf={(card, place) => card.formatted_name || t("message.card", { number: place + 1 })}
      onAdd={() => onChange([...cards, { formatted_name: "", phones: [""] }])}
      addLabel={t("message.addCard")}
      most={MAX_CARDS}
      keepsOne
    >
      {(card, place, change) => (
        <>
          <TextField
            path={`contacts[${place}].formatted_name`}
            label={t("message.cardName")}
            value={card.formatted_name ?? ""}
            onChange={(formatted_name) => change({ ...card, formatted_name })}
          />
          <TextField
            path={`contacts[${place}].phones`}
            label={t("message.cardPhones")}
            hint={t("message.cardPhonesHint")}
            value={(card.phones ?? []).join(", ")}
            onChange={(text) => change({ ...card, phones: parted(text) })}
          />
          <TextField
            path={`contacts[${place}].organization`}
            label={t("message.cardCompany")}
            value={card.organization ?? ""}
            onChange={(organization) => change(changed(card, { organization: organization || undefined }))}
          />
        </>
      )}
    </SortableList>
  );
}

/** The parts between commas; the last stays as it is written, so that one can go on writing. */
function parted(text: string): string[] {
  const parts = text.split(",").map((part) => part.trimStart());
  return parts.length === 1 && parts[0] === "" ? [] : parts;
}
