export { DuplicatesScreen as Component } from "@/features/contacts/components/duplicates-screen";
