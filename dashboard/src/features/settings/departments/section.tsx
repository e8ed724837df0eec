import type { SectionProps } from "../sections";
import { DepartmentList } from "./components/department-list";
import { DepartmentPage } from "./components/department-page";

/** The departments, and one of them. */
export function Section({ itemId }: SectionProps) {
  return itemId === undefined ? <DepartmentList /> : <DepartmentPage departmentId={itemId} />;
}
