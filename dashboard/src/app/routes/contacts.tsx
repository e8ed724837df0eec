import { useParams } from "react-router";
import { ContactPage } from "@/features/contacts/components/contact-page";
import { ContactsScreen } from "@/features/contacts/components/contacts-screen";

export function Component() {
  const { contactId } = useParams();
  return contactId ? <ContactPage key={contactId} contactId={contactId} /> : <ContactsScreen />;
}
