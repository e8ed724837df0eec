import type { SectionProps } from "../sections";
import { RoleList } from "./components/role-list";
import { RolePage } from "./components/role-page";

/** The roles, and one of them: `/settings/roles/<code>`, or `~new`. */
export function Section({ itemId }: SectionProps) {
  return itemId === undefined ? <RoleList /> : <RolePage code={itemId} />;
}
