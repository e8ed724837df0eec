import type { SectionProps } from "../sections";
import { UserList } from "./components/user-list";
import { UserPage } from "./components/user-page";

/** The company's people, and one of them. */
export function Section({ itemId }: SectionProps) {
  return itemId === undefined ? <UserList /> : <UserPage userId={itemId} />;
}
