import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { useNodeName } from "./use-node-name";
import { ValueTable } from "./value-table";

/** A/B tests: what became of those who went each way. */
export function Branches({ flowId, random }: { flowId: string; random: readonly Schema<"BranchNumbers">[] }) {
  const { t } = useTranslation("flow-panels");
  const nameOf = useNodeName();
  const taken = random.filter((one) => one.branches.length > 0);
  if (taken.length === 0) return null;
  return (
    <section aria-labelledby="branches-title" className="space-y-2">
      <h3 id="branches-title" className="text-sm font-semibold">
        {t("analytics.branches")}
      </h3>
      {taken.map(({ node, branches }) => (
        <div key={node} className="rounded-md border p-2.5">
          <h4 className="truncate font-medium">{nameOf(node)}</h4>
          <ValueTable flowId={flowId} caption={nameOf(node)} values={branches} showsEnds />
        </div>
      ))}
    </section>
  );
}
