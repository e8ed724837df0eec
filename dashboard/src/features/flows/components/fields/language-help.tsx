import { CircleQuestionMark } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { CEL_HELP, LIQUID_HELP } from "../../utils/language/help";

type Props = { language: "template" | "expression"; onTake?: (code: string) => void };

/** What the language offers, each with an example that can be taken over. */
export function LanguageHelp({ language, onTake }: Props) {
  const { t } = useTranslation("flow-nodes");
  const [isOpen, setIsOpen] = useState(false);
  const texts = language === "expression" ? "cel" : "liquid";
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon-sm" className="size-6" aria-label={t(`help.${texts}.title`)}>
          <CircleQuestionMark aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="end"
        aria-label={t(`help.${texts}.title`)}
        className="max-h-[min(70dvh,var(--radix-popover-content-available-height))] w-96 overflow-y-auto p-3"
      >
        <HelpEntries
          language={language}
          isLocked={!onTake}
          onTake={(code) => {
            setIsOpen(false);
            onTake?.(code);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

type EntriesProps = { language: Props["language"]; isLocked: boolean; onTake: (code: string) => void };

/** Drawn only while the help is open: there are dozens. */
function HelpEntries({ language, isLocked, onTake }: EntriesProps) {
  const { t } = useTranslation("flow-nodes");
  const [groups, texts] = language === "expression" ? [CEL_HELP, "cel"] : [LIQUID_HELP, "liquid"];
  return (
    <>
      <p className="text-sm">{t(`help.${texts}.intro`)}</p>
      {groups.map((group) => (
        <section key={group.key} className="mt-3">
          <h4 className="text-xs font-medium text-muted-foreground">{t(`help.${texts}.groups.${group.key}`)}</h4>
          <ul className="mt-1 flex flex-col">
            {group.entries.map(({ key, code }) => (
              <li key={key}>
                <button
                  type="button"
                  disabled={isLocked}
                  onClick={() => onTake(code)}
                  className="flex w-full flex-col gap-0.5 rounded-sm px-1.5 py-1 text-left outline-none enabled:hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60"
                >
                  <code className="font-mono text-xs break-words whitespace-pre-wrap">{code}</code>
                  <span className="text-xs text-muted-foreground">{t(`help.${texts}.${group.key}.${key}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
