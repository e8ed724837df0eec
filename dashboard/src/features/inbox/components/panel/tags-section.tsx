import { useQuery } from "@tanstack/react-query";
import { PlusIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "@/api/contacts/get-contact";
import { useSetContactTags } from "@/api/contacts/set-contact-tags";
import { useMay } from "@/api/me/get-me";
import { tagsQuery } from "@/api/tags/list-tags";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { tellError } from "@/lib/tell-error";
import { useOpenDialog } from "../../stores/open-dialog";
import type { Conversation } from "../../utils/patch-conversation";
import { TagPicker } from "../actions/tag-picker";
import { TagChip } from "./tag-chip";

type Props = { contact: Contact; conversation: Conversation };

/** The tags of this conversation, and those of the person. */
export function TagsSection({ contact, conversation }: Props) {
  return (
    <div className="grid gap-3">
      <ConversationTags conversation={conversation} />
      <ContactTags contact={contact} />
    </div>
  );
}

function ConversationTags({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const mayHandle = useMay("conversations:handle");
  const open = useOpenDialog((state) => state.open);
  const tags = useQuery(tagsQuery).data?.filter(({ id }) => conversation.tag_ids.includes(id)) ?? [];
  return (
    <Row label={t("panel.ofConversation")} tags={tags}>
      {mayHandle ? (
        <Button
          variant="outline"
          size="icon-sm"
          className="size-6"
          aria-label={t("handling.tagsDialog.title")}
          onClick={() => open("tags")}
        >
          <PlusIcon aria-hidden className="size-3.5" />
        </Button>
      ) : null}
    </Row>
  );
}

type RowProps = { label: string; tags: readonly { id: string; name: string; color: string }[]; children: ReactNode };

function Row({ label, tags, children }: RowProps) {
  const { t } = useTranslation("inbox");
  return (
    <div className="grid gap-1">
      <p className="text-xs text-muted-foreground">{label}</p>
      <div className="flex flex-wrap items-center gap-1.5">
        {tags.map((tag) => (
          <TagChip key={tag.id} tag={tag} />
        ))}
        {tags.length === 0 ? <p className="text-sm text-muted-foreground">{t("panel.noTags")}</p> : null}
        {children}
      </div>
    </div>
  );
}

function ContactTags({ contact }: { contact: Contact }) {
  const { t } = useTranslation("inbox");
  const mayManage = useMay("contacts:manage");
  const set = useSetContactTags();
  const tags = contact.tags ?? [];
  const change = (tagIds: string[]) =>
    set.mutate({ contactId: contact.id, tagIds }, { onError: (error) => tellError(error) });
  return (
    <Row label={t("panel.ofContact")} tags={tags}>
      {mayManage ? (
        <Popover>
          <PopoverTrigger asChild>
            <Button variant="outline" size="icon-sm" className="size-6" aria-label={t("panel.editTags")}>
              <PlusIcon aria-hidden className="size-3.5" />
            </Button>
          </PopoverTrigger>
          <PopoverContent className="w-64 p-0" align="end">
            <TagPicker chosen={tags.map(({ id }) => id)} onChange={change} />
          </PopoverContent>
        </Popover>
      ) : null}
    </Row>
  );
}
