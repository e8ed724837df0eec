import { useQueryClient } from "@tanstack/react-query";
import { Switch } from "@/components/ui/switch";
import { tellErrorOrReload } from "@/lib/tell-error";
import { useTexts } from "../../kit/use-texts";
import type { Rule } from "../api/list-rule-pages";
import { useSaveRule } from "../api/save-rule";

/** Switches a rule on or off from the list. */
export function ActiveSwitch({ rule }: { rule: Rule }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const save = useSaveRule();
  const reload = () => void client.invalidateQueries({ queryKey: ["automation-rules"] });
  return (
    <Switch
      aria-label={t("rules.is-active", { name: rule.name })}
      checked={save.isPending ? save.variables.body.is_active : rule.is_active}
      onCheckedChange={(on) =>
        !save.isPending &&
        save.mutate(
          { id: rule.id, version: rule.version, body: { is_active: on } },
          { onError: (error) => tellErrorOrReload(error, reload) },
        )
      }
    />
  );
}
