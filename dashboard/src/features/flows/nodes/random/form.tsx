import { useTranslation } from "react-i18next";
import { formatShare } from "@/lib/format";
import { SaidText } from "../../components/fields/field";
import { useFormScope } from "../../components/fields/form-scope";
import { NodeForm } from "../../components/fields/node-form";
import { NumberField } from "../../components/fields/plain-fields";
import { SortableList } from "../../components/fields/sortable-list";
import { WayNameField } from "../../components/fields/way-name-field";
import { changed, freshId } from "../fields";
import type { NodeFormProps, Renamed } from "../kind";
import { MAX_BRANCHES, MAX_WEIGHT } from "../limits";
import { randomProblems, randomSchema, sharesOf, type Branch, type RandomData } from "./model";

/** The branches of a test, and how often each is gone. */
export function RandomForm(props: NodeFormProps<RandomData>) {
  const { data } = props.node;
  return (
    <NodeForm {...props} schema={randomSchema} problems={randomProblems(data)}>
      <Branches {...props} />
    </NodeForm>
  );
}

function Branches({ node, onChange }: NodeFormProps<RandomData>) {
  const { t } = useTranslation("flow-nodes");
  const { says } = useFormScope();
  const branches = node.data.branches ?? [];
  const shares = sharesOf(branches);
  const keep = (next: Branch[], renamed?: Renamed) => onChange(changed(node.data, { branches: next }), renamed);
  const said = says("branches");
  const fresh = (): Branch => ({
    id: freshId(
      LETTERS[branches.length] ?? "ramo",
      branches.map((one) => one.id),
    ),
    weight: 1,
  });
  return (
    <>
      <p className="text-sm text-muted-foreground">{t("random.about")}</p>
      <SortableList
        items={branches}
        onChange={keep}
        label={t("random.branches")}
        nameOf={(branch, place) => t("random.branch", { name: branch.id, share: formatShare(shares[place] ?? 0) })}
        onAdd={() => keep([...branches, fresh()])}
        addLabel={t("random.add")}
        keepsOne
        most={MAX_BRANCHES}
      >
        {(branch, place, change) => (
          <div className="flex flex-wrap gap-2">
            <WayNameField
              path={`branches[${place}].id`}
              label={t("random.name")}
              value={branch.id}
              taken={branches.flatMap(({ id }, at) => (at === place ? [] : [id]))}
              className="min-w-32 flex-1"
              onRename={(renamed) =>
                keep(
                  branches.map((old, at) => (at === place ? { ...old, id: renamed.to } : old)),
                  renamed,
                )
              }
            />
            <NumberField
              path={`branches[${place}].weight`}
              label={t("random.weight")}
              value={branch.weight ?? 1}
              min={0}
              max={MAX_WEIGHT}
              isWhole={false}
              onChange={(weight) => change({ ...branch, weight: weight ?? 0 })}
            />
          </div>
        )}
      </SortableList>
      {said && <SaidText said={said} />}
    </>
  );
}

const LETTERS = "abcdefghijklmnopqrst";
