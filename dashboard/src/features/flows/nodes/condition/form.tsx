import { useTranslation } from "react-i18next";
import { SaidText } from "../../components/fields/field";
import { useFormScope } from "../../components/fields/form-scope";
import { NodeForm } from "../../components/fields/node-form";
import { SortableList } from "../../components/fields/sortable-list";
import { WayNameField } from "../../components/fields/way-name-field";
import { freshId } from "../fields";
import type { NodeFormProps, Renamed } from "../kind";
import { CaseEditor } from "./case-editor";
import { casesOf, conditionProblems, conditionSchema, withCases, type Case, type ConditionData } from "./model";

/** The cases in the order in which they are tried. */
export function ConditionForm(props: NodeFormProps<ConditionData>) {
  const { data } = props.node;
  return (
    <NodeForm {...props} schema={conditionSchema} problems={conditionProblems(data)}>
      <Cases {...props} />
    </NodeForm>
  );
}

function Cases({ node, onChange }: NodeFormProps<ConditionData>) {
  const { t } = useTranslation("flow-nodes");
  const { says } = useFormScope();
  const cases = casesOf(node.data);
  const keep = (next: Case[], renamed?: Renamed) => onChange(withCases(node.data, next), renamed);
  const name = (number: number) => t("condition.caseName", { number });
  const said = says("cases");
  return (
    <>
      <p className="text-sm text-muted-foreground">{t("condition.about")}</p>
      <SortableList
        items={cases}
        onChange={keep}
        label={t("condition.cases")}
        nameOf={(_, place) => name(place + 1)}
        onAdd={() =>
          keep([
            ...cases,
            emptyCase(
              freshId(
                name(cases.length + 1),
                cases.map((one) => one.id),
              ),
            ),
          ])
        }
        addLabel={t("condition.add")}
      >
        {(one, place, change) => (
          <>
            <WayNameField
              path={`cases[${place}].id`}
              label={t("condition.way")}
              value={one.id}
              taken={cases.flatMap(({ id }, at) => (at === place ? [] : [id]))}
              onRename={(renamed) =>
                keep(
                  cases.map((old, at) => (at === place ? { ...old, id: renamed.to } : old)),
                  renamed,
                )
              }
            />
            <CaseEditor path={`cases[${place}]`} value={one} onChange={change} />
          </>
        )}
      </SortableList>
      {said && <SaidText said={said} />}
      <p className="text-xs text-muted-foreground">{t("condition.else")}</p>
    </>
  );
}

function emptyCase(id: string): Case {
  return { id, variable: "", operator: "eq", value: "" };
}
