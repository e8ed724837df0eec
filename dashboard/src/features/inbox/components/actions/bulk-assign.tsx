import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me/get-me";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { usePeople } from "../../hooks/use-people";
import { PersonLine } from "./person-line";

/** Chooses whom to give many conversations. */
export function BulkAssign({ onChoose }: { onChoose: (userId: string) => void }) {
  const { t } = useTranslation("inbox");
  const me = useMe().id;
  const { people } = usePeople();
  return (
    <Command label={t("handling.assign")}>
      <CommandInput placeholder={t("handling.assignDialog.search")} />
      <CommandList>
        <CommandEmpty>{t("handling.assignDialog.nobody")}</CommandEmpty>
        {people.map((person) => (
          <CommandItem key={person.id} value={`${person.name} ${person.id}`} onSelect={() => onChoose(person.id)}>
            <PersonLine person={person} isMe={person.id === me} />
          </CommandItem>
        ))}
      </CommandList>
    </Command>
  );
}
