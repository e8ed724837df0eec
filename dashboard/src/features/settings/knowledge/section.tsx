import type { SectionProps } from "../sections";
import { BaseList } from "./components/base-list";
import { BasePage } from "./components/base-page";

/** The knowledge bases, and one of them. */
export function Section({ itemId }: SectionProps) {
  return itemId === undefined ? <BaseList /> : <BasePage baseId={itemId} />;
}
