import { useTranslation } from "react-i18next";
import { NodeForm } from "../../components/fields/node-form";
import type { NodeFormProps } from "../kind";
import { startSchema, type StartData } from "./model";

/** There is nothing to say about a start: what starts the flow is the flow's own. */
export function StartForm(props: NodeFormProps<StartData>) {
  const { t } = useTranslation("flow-nodes");
  return (
    <NodeForm {...props} schema={startSchema}>
      <p className="text-sm text-muted-foreground">{t("start.about")}</p>
    </NodeForm>
  );
}
