import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { ShortcutKeys } from "@/components/shortcut-keys";
import {
  CommandDialog,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from "@/components/ui/command";
import { openCommandPalette, type Command } from "@/hooks/use-commands";
import { useDebounced } from "@/hooks/use-debounced";
import { MIN_LETTERS } from "../api/search-everything";
import { usePaletteCommands } from "../hooks/use-palette-commands";
import { isMatch } from "../utils/match";
import { FoundContacts, FoundConversations } from "./found";

/** One field for everything: where to go, what to do, whom to find. */
export function CommandPalette() {
  const { t } = useTranslation("shell");
  const [written, setWritten] = useState("");
  const groups = usePaletteCommands();
  const search = useDebounced(written.trim());
  const mayContacts = useMay("contacts:read");
  const mayConversations = useMay("conversations:read");
  return (
    <CommandDialog
      open
      onOpenChange={openCommandPalette}
      title={t("palette.title")}
      description={t("palette.description")}
      shouldFilter={false}
    >
      <CommandInput value={written} onValueChange={setWritten} placeholder={t("palette.placeholder")} />
      <CommandList>
        <CommandEmpty>{t("nothingFound", { ns: "common" })}</CommandEmpty>
        {groups.map(({ heading, commands }) => (
          <Offered key={heading} heading={heading} commands={commands.filter((one) => isFound(one, written))} />
        ))}
        {search.length >= MIN_LETTERS && mayConversations && <FoundConversations search={search} />}
        {search.length >= MIN_LETTERS && mayContacts && <FoundContacts search={search} />}
      </CommandList>
    </CommandDialog>
  );
}

const isFound = ({ label, keywords = [] }: Command, written: string): boolean =>
  isMatch(written, [label, ...keywords].join(" "));

function Offered({ heading, commands }: { heading: string; commands: readonly Command[] }) {
  if (commands.length === 0) return null;
  return (
    <CommandGroup heading={heading}>
      {commands.map(({ id, label, icon: Icon, shortcut, run }) => (
        <CommandItem
          key={id}
          value={id}
          onSelect={() => {
            openCommandPalette(false);
            run();
          }}
        >
          {Icon && <Icon aria-hidden />}
          <span className="truncate">{label}</span>
          {shortcut && <ShortcutKeys keys={shortcut} className="ml-auto" />}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
