import { useQuery } from "@tanstack/react-query";
import { BanIcon, MergeIcon, PencilIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { contactQuery, type Contact } from "@/api/contacts/get-contact";
import { useMay } from "@/api/me/get-me";
import { contactName } from "@/components/contacts/contact-name";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { UserAvatar } from "@/components/user-avatar";
import { usePageTitle } from "@/hooks/use-page-title";
import { formatPhone } from "@/lib/format";
import { useContactsLive } from "../hooks/use-contacts-live";
import { ContactConsents } from "./contact-consents";
import { ContactConversations } from "./contact-conversations";
import { ContactDetails } from "./contact-details";
import { ContactMenu } from "./contact-menu";
import { ContactNotes } from "./contact-notes";
import { ContactTags } from "./contact-tags";
import { ContactTimeline } from "./contact-timeline";
import { EditContactDialog } from "./edit-contact-dialog";
import { MergeDialog } from "./merge-dialog";
import { StageBadge } from "./stage-badge";

/** One contact and all that hangs on it. */
export function ContactPage({ contactId }: { contactId: string }) {
  const query = useQuery(contactQuery(contactId));
  useContactsLive();
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <OpenContact contact={query.data} />;
}

function Heading({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const name = contactName(contact);
  return (
    <span className="flex items-center gap-3">
      <UserAvatar name={name} size="lg" />
      <span className="min-w-0 break-words">{name}</span>
      {contact.blocked_at && (
        <Badge variant="destructive">
          <BanIcon aria-hidden />
          {t("blocked")}
        </Badge>
      )}
    </span>
  );
}

function OpenContact({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const mayManage = useMay("contacts:manage");
  const mayReadInbox = useMay("conversations:read");
  usePageTitle(contactName(contact));
  const [dialog, setDialog] = useState<"edit" | "merge" | null>(null);
  const close = () => setDialog(null);
  const subtitle = [contact.name && contact.phone && formatPhone(contact.phone), contact.email]
    .filter(Boolean)
    .join(" · ");
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid w-full max-w-6xl gap-5 px-4 py-5 sm:px-6">
        <PageHeader
          back="/contacts"
          title={<Heading contact={contact} />}
          description={
            <span className="mt-1 flex flex-wrap items-center gap-2">
              {subtitle}
              <StageBadge stage={contact.lifecycle_stage} />
            </span>
          }
          actions={
            mayManage && (
              <>
                <Button variant="outline" size="sm" onClick={() => setDialog("edit")}>
                  <PencilIcon aria-hidden />
                  {t("common:edit")}
                </Button>
                <Button variant="outline" size="sm" onClick={() => setDialog("merge")}>
                  <MergeIcon aria-hidden />
                  {t("page.merge")}
                </Button>
                <ContactMenu contact={contact} />
              </>
            )
          }
        />
        <div className="grid items-start gap-5 lg:grid-cols-[20rem_1fr]">
          <aside aria-label={t("page.details")} className="grid gap-5">
            <ContactDetails contact={contact} />
            <ContactTags contact={contact} />
          </aside>
          <Tabs defaultValue={mayReadInbox ? "conversations" : "timeline"} className="min-w-0">
            <TabsList className="max-w-full overflow-x-auto">
              {mayReadInbox && <TabsTrigger value="conversations">{t("page.conversations")}</TabsTrigger>}
              <TabsTrigger value="timeline">{t("page.timeline")}</TabsTrigger>
              <TabsTrigger value="notes">{t("page.notes")}</TabsTrigger>
              <TabsTrigger value="consents">{t("page.consents")}</TabsTrigger>
            </TabsList>
            {mayReadInbox && (
              <TabsContent value="conversations">
                <ContactConversations contactId={contact.id} />
              </TabsContent>
            )}
            <TabsContent value="timeline">
              <ContactTimeline contactId={contact.id} />
            </TabsContent>
            <TabsContent value="notes">
              <ContactNotes contactId={contact.id} />
            </TabsContent>
            <TabsContent value="consents">
              <ContactConsents contact={contact} />
            </TabsContent>
          </Tabs>
        </div>
      </div>
      {dialog === "edit" && <EditContactDialog contact={contact} onClose={close} />}
      {dialog === "merge" && <MergeDialog contact={contact} onClose={close} />}
    </div>
  );
}

function PageSkeleton() {
  return (
    <div aria-busy className="mx-auto grid w-full max-w-6xl gap-5 px-4 py-5 sm:px-6">
      <Skeleton className="h-10 w-72" />
      <div className="grid gap-5 lg:grid-cols-[20rem_1fr]">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </div>
  );
}
