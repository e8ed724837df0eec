import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contactQuery } from "@/api/contacts/get-contact";
import { useMay } from "@/api/me/get-me";
import { Loaded } from "@/components/loaded";
import { Skeleton } from "@/components/ui/skeleton";
import { useContactNews } from "../../hooks/use-contact-news";
import type { Conversation } from "../../utils/patch-conversation";
import { BlockButton } from "./block-button";
import { ConsentSection } from "./consent-section";
import { ConversationsSection } from "./conversations-section";
import { DetailsSection } from "./details-section";
import { FilesSection } from "./files-section";
import { NotesSection } from "./notes-section";
import { PanelHead } from "./panel-head";
import { PromisesSection } from "./promises-section";
import { Section } from "./section";
import { TagsSection } from "./tags-section";
import { TimelineSection } from "./timeline-section";

/** Whom one talks to: what is known, agreed, noted, promised, and what was before. */
export function ContactPanel({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const contactId = conversation.contact_id;
  const mayRead = useMay("contacts:read");
  const query = useQuery({ ...contactQuery(contactId), enabled: mayRead });
  useContactNews(contactId, mayRead);
  if (!mayRead) return <p className="p-4 text-sm text-muted-foreground">{t("panel.mayNot")}</p>;
  return (
    <section aria-label={t("panel.title")} className="h-full min-w-0 overflow-y-auto bg-card">
      <Loaded query={query} skeleton={<PanelSkeleton />}>
        {(contact) => (
          <>
            <PanelHead key={contact.id} contact={contact} conversationId={conversation.id} />
            <PromisesSection conversation={conversation} />
            <Section name="details">
              <DetailsSection contact={contact} />
            </Section>
            <Section name="tags">
              <TagsSection contact={contact} conversation={conversation} />
            </Section>
            <Section name="notes">
              <NotesSection contactId={contactId} />
            </Section>
            <Section name="conversations">
              <ConversationsSection conversation={conversation} />
            </Section>
            <Section name="files">
              <FilesSection conversationId={conversation.id} />
            </Section>
            <Section name="timeline">
              <TimelineSection conversationId={conversation.id} />
            </Section>
            <Section name="consents">
              <ConsentSection contact={contact} />
            </Section>
            <BlockButton contact={contact} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function PanelSkeleton() {
  return (
    <div className="grid gap-3 p-4" aria-busy>
      <Skeleton className="mx-auto size-16 rounded-full" />
      <Skeleton className="mx-auto h-5 w-40" />
      <Skeleton className="h-24" />
      <Skeleton className="h-24" />
    </div>
  );
}
