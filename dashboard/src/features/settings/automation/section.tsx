import type { SectionProps } from "../sections";
import { NewRulePage } from "./components/new-rule-page";
import { RuleList } from "./components/rule-list";
import { RulePage } from "./components/rule-page";

/** The automation rules, one of them, or a new one. */
export function Section({ itemId }: SectionProps) {
  if (itemId === undefined) return <RuleList />;
  return itemId === "~new" ? <NewRulePage /> : <RulePage ruleId={itemId} />;
}
