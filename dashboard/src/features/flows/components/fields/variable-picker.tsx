import { useQuery } from "@tanstack/react-query";
import { KeyRound, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import { useMay } from "@/api/me/get-me";
import { secretsQuery } from "@/api/secrets/list-secrets";
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { useFormScope } from "./form-scope";
import { ENTRY_GROUPS, entriesOf, type Entry } from "./variable-entries";

/** Lists everything that can be named here, narrowed by writing; gives the path that is chosen. */
export function VariablePicker({ hasSecrets, onPick }: { hasSecrets: boolean; onPick: (path: string) => void }) {
  const { t } = useTranslation("flow-nodes");
  const { variables } = useFormScope();
  const [mayFields, maySecrets] = [useMay("contacts:read"), useMay("settings:manage")];
  const { data: attributes = [] } = useQuery({ ...contactFieldsQuery, enabled: mayFields });
  const { data: secrets = [] } = useQuery({ ...secretsQuery, enabled: maySecrets && hasSecrets });
  const names = hasSecrets ? secrets.map((secret) => secret.name) : [];
  const entries = entriesOf({ variables, attributes, secrets: names });

  return (
    <Command label={t("variables.title")} loop>
      <CommandInput placeholder={t("variables.search")} />
      <CommandList className="max-h-[min(18rem,calc(var(--radix-popover-content-available-height)-3rem))]">
        <CommandEmpty>{t("variables.none")}</CommandEmpty>
        {ENTRY_GROUPS.map((group) => {
          const within = entries.filter((entry) => entry.group === group);
          if (!within.length) return null;
          return (
            <CommandGroup key={group} heading={t(`variables.groups.${group}`)}>
              {within.map((entry) => (
                <PickerItem key={entry.path} entry={entry} onPick={onPick} />
              ))}
            </CommandGroup>
          );
        })}
      </CommandList>
    </Command>
  );
}

function PickerItem({ entry, onPick }: { entry: Entry; onPick: (path: string) => void }) {
  const { t } = useTranslation("flow-nodes");
  const { flow } = useFormScope();
  const { path, group, type, definedBy, isDoubtful } = entry;
  const key = `variables.names.${path.replaceAll(".", "_")}`;
  const writer = flow.nodes.find((node) => node.id === definedBy);
  const node = typeof writer?.title === "string" && writer.title ? writer.title : definedBy;
  const given = group === "variables" ? t("variables.given") : t(key, { defaultValue: "" });
  const told = node ? t("variables.from", { node }) : given;
  return (
    <CommandItem value={path} keywords={[told]} onSelect={() => onPick(path)}>
      {group === "secrets" && <KeyRound aria-hidden />}
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-mono text-xs">{path}</span>
        {told && <span className="truncate text-xs text-muted-foreground">{told}</span>}
      </span>
      {isDoubtful && (
        <>
          <TriangleAlert aria-hidden className="ml-auto size-3.5 text-warning" />
          <span className="sr-only">{t("variables.doubtful")}</span>
        </>
      )}
      <span className={isDoubtful ? "text-xs text-muted-foreground" : "ml-auto text-xs text-muted-foreground"}>
        {t(`types.${type}`)}
      </span>
    </CommandItem>
  );
}
