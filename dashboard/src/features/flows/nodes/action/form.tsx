import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { SaidText } from "../../components/fields/field";
import { useFormScope } from "../../components/fields/form-scope";
import { NodeForm } from "../../components/fields/node-form";
import { SortableList } from "../../components/fields/sortable-list";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { MAX_ACTIONS } from "../limits";
import { ActionFields } from "./action-fields";
import { actionProblems, actionSchema, NEW_ACTIONS, type ActionData, type ActionItem } from "./model";

/** What is done, in order; all of it or nothing. */
export function ActionForm(props: NodeFormProps<ActionData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const actions = data.actions ?? [];
  const keep = (next: ActionItem[]) => props.onChange(changed(data, { actions: next }));
  return (
    <NodeForm {...props} schema={actionSchema} problems={actionProblems(data)}>
      <p className="text-sm text-muted-foreground">{t("action.about")}</p>
      <SortableList
        items={actions}
        onChange={keep}
        label={t("action.actions")}
        nameOf={(one) => t(`action.types.${one.type}`)}
      >
        {(one, place, change) => <ActionFields path={`actions[${place}]`} action={one} onChange={change} />}
      </SortableList>
      <NoActions />
      {!props.readOnly && actions.length < MAX_ACTIONS && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="outline" size="sm" className="self-start">
              <Plus aria-hidden />
              {t("action.add")}
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="start" className="max-h-80 overflow-y-auto">
            {Object.values(NEW_ACTIONS).map((fresh) => (
              <DropdownMenuItem key={fresh.type} onSelect={() => keep([...actions, fresh])}>
                {t(`action.types.${fresh.type}`)}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </NodeForm>
  );
}

function NoActions() {
  const said = useFormScope().says("actions");
  return said ? <SaidText said={said} /> : null;
}
