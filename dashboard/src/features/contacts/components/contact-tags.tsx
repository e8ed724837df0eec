import { useTranslation } from "react-i18next";
import type { Contact } from "@/api/contacts/get-contact";
import { useSetContactTags } from "@/api/contacts/set-contact-tags";
import { useMay } from "@/api/me/get-me";
import { TagChip } from "@/components/contacts/tag-chip";
import { TagPicker } from "@/components/contacts/tag-picker";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { tellError } from "@/lib/tell-error";

/** The tags of a contact, given and taken one by one. */
export function ContactTags({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const mayManage = useMay("contacts:manage");
  const setting = useSetContactTags();
  const tags = contact.tags ?? [];
  const chosen = tags.map((tag) => tag.id);
  const set = (tagIds: string[]) => setting.mutate({ contactId: contact.id, tagIds }, { onError: tellError });
  return (
    <Card>
      <CardHeader>
        <CardTitle>
          <h2>{t("fields.tags")}</h2>
        </CardTitle>
      </CardHeader>
      <CardContent className="flex flex-wrap items-center gap-1.5">
        {tags.map((tag) => (
          <TagChip
            key={tag.id}
            name={tag.name}
            color={tag.color}
            {...(mayManage
              ? {
                  onRemove: {
                    label: t("tags.remove", { name: tag.name }),
                    run: () => set(chosen.filter((id) => id !== tag.id)),
                  },
                }
              : {})}
          />
        ))}
        {tags.length === 0 && !mayManage && <span className="text-muted-foreground">{t("tags.none")}</span>}
        {mayManage && (
          <TagPicker label={t("tags.choose")} chosen={chosen} onChange={set} disabled={setting.isPending} />
        )}
      </CardContent>
    </Card>
  );
}
