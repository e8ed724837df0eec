import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { approvedTemplatesQuery, type Template } from "@/api/templates/list-approved-templates";
import { ErrorState } from "@/components/error-state";
import { Badge } from "@/components/ui/badge";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { Skeleton } from "@/components/ui/skeleton";
import { folded } from "../../utils/folded";
import { componentsOf, modelOf } from "../../utils/template-parameters";

type Props = { configId: string; onChoose: (template: Template) => void };

const bodyOf = (template: Template): string => componentsOf(template).find(({ type }) => type === "BODY")?.text ?? "";

/** The approved templates of the conversation's number, by name and text. */
export function TemplateList({ configId, onChoose }: Props) {
  const { t } = useTranslation("inbox");
  const { data, error, refetch } = useQuery(approvedTemplatesQuery(configId));
  const [search, setSearch] = useState("");
  const looked = folded(useDeferredValue(search).trim());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const found = data?.filter((one) => folded(`${one.name} ${bodyOf(one)}`).includes(looked));
  return (
    <Command shouldFilter={false} className="min-h-0 rounded-none" label={t("templatePicker.title")}>
      <CommandInput value={search} onValueChange={setSearch} placeholder={t("templatePicker.search")} />
      <CommandList className="max-h-[60dvh]">
        {found ? <CommandEmpty>{t("templatePicker.none")}</CommandEmpty> : <Waiting />}
        {found?.map((template) => {
          const isSendable = modelOf(template).isSendable;
          return (
            <CommandItem
              key={template.id}
              value={template.id}
              disabled={!isSendable}
              className="flex-col items-start gap-1 px-4 py-3"
              onSelect={() => onChoose(template)}
            >
              <span className="flex w-full items-center gap-2">
                <span className="font-medium">{template.name}</span>
                <Badge variant="outline">{template.language}</Badge>
                <Badge variant="secondary">{t(`templatePicker.categories.${template.category}`)}</Badge>
              </span>
              <span className="line-clamp-2 text-xs text-muted-foreground">
                {isSendable ? bodyOf(template) : t("templatePicker.unsendable")}
              </span>
            </CommandItem>
          );
        })}
      </CommandList>
    </Command>
  );
}

function Waiting() {
  return (
    <div className="grid gap-3 p-4" aria-busy>
      <Skeleton className="h-12" />
      <Skeleton className="h-12" />
      <Skeleton className="h-12" />
    </div>
  );
}
