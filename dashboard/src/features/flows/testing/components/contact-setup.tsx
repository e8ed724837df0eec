import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { JsonField } from "./json-field";

type Contact = Record<string, unknown>;
type Props = { contact: Contact; onChange: (contact: Contact) => void };
const TEXTS = ["name", "phone", "email", "language"] as const;

/** Who writes: the fields that texts and conditions read as `contact`. */
export function ContactSetup({ contact, onChange }: Props) {
  const { t } = useTranslation("flow-panels");
  const id = useId();
  const put = (field: string, value: unknown) => {
    const rest = Object.fromEntries(Object.entries(contact).filter(([name]) => name !== field));
    onChange(value === "" || value === undefined ? rest : { ...rest, [field]: value });
  };
  const tags = Array.isArray(contact.tags) ? contact.tags.join(", ") : "";
  return (
    <section className="space-y-3" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="text-sm font-semibold">
        {t("setup.contact.title")}
      </h3>
      <div className="grid grid-cols-2 gap-2">
        {TEXTS.map((field) => (
          <div key={field} className="space-y-1">
            <Label htmlFor={`${id}-${field}`}>{t(`setup.contact.${field}`)}</Label>
            <Input
              id={`${id}-${field}`}
              value={String(contact[field] ?? "")}
              onChange={(event) => put(field, event.target.value)}
            />
          </div>
        ))}
      </div>
      <TagsField
        key={tags}
        id={`${id}-tags`}
        tags={tags}
        onChange={(names) => put("tags", names.length ? names : undefined)}
      />
      <JsonField
        label={t("setup.contact.attributes")}
        value={contact.attributes ?? {}}
        onChange={(value) => put("attributes", value)}
      />
    </section>
  );
}

function TagsField({ id, tags, onChange }: { id: string; tags: string; onChange: (names: string[]) => void }) {
  const { t } = useTranslation("flow-panels");
  const read = (text: string) =>
    text
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
  return (
    <div className="space-y-1">
      <Label htmlFor={id}>{t("setup.contact.tags")}</Label>
      <Input
        id={id}
        defaultValue={tags}
        placeholder={t("setup.contact.tags_example")}
        onBlur={(event) => onChange(read(event.target.value))}
      />
    </div>
  );
}
