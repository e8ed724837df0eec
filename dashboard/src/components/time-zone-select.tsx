import { CheckIcon, ChevronsUpDownIcon } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { currentLanguage } from "@/lib/language";
import { cn } from "@/lib/utils";

const NEAR = [
  "America/Sao_Paulo",
  "America/Manaus",
  "America/Recife",
  "America/Bahia",
  "America/Fortaleza",
  "America/Cuiaba",
  "America/Campo_Grande",
  "America/Porto_Velho",
  "America/Rio_Branco",
  "America/Noronha",
];

function zones(): string[] {
  const all = Intl.supportedValuesOf("timeZone");
  return [...NEAR, ...all.filter((zone) => !NEAR.includes(zone)), "UTC"].filter(
    (zone, at, list) => list.indexOf(zone) === at,
  );
}

/** How far a zone is from UTC now: `GMT-3`. */
function offsetOf(zone: string): string {
  const format = new Intl.DateTimeFormat(currentLanguage(), { timeZone: zone, timeZoneName: "shortOffset" });
  return format.formatToParts(new Date()).find((part) => part.type === "timeZoneName")?.value ?? "";
}

const nameOf = (zone: string): string => zone.replaceAll("_", " ");

type Props = {
  value: string;
  onChange: (zone: string) => void;
  id?: string;
  disabled?: boolean;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

/** A choice of a time zone, an IANA name; those of Brazil first. */
export function TimeZoneSelect({ value, onChange, className, ...field }: Props) {
  const { t } = useTranslation("common");
  const [open, setOpen] = useState(false);
  const choose = (zone: string) => {
    onChange(zone);
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          {...field}
          variant="outline"
          role="combobox"
          aria-expanded={open}
          className={cn("w-full justify-between border-input font-normal", className)}
        >
          <span className="truncate">{value ? nameOf(value) : t("timeZone.choose")}</span>
          <ChevronsUpDownIcon aria-hidden className="text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent className="w-80 p-0" align="start" aria-label={t("timeZone.choose")}>
        <Zones value={value} onChoose={choose} />
      </PopoverContent>
    </Popover>
  );
}

function Zones({ value, onChoose }: { value: string; onChoose: (zone: string) => void }) {
  const { t } = useTranslation("common");
  const offered = useMemo(() => zones().map((zone) => ({ zone, name: nameOf(zone), offset: offsetOf(zone) })), []);
  return (
    <Command label={t("timeZone.choose")}>
      <CommandInput placeholder={t("timeZone.search")} />
      <CommandList>
        <CommandEmpty>{t("nothingFound")}</CommandEmpty>
        <CommandGroup>
          {offered.map(({ zone, name, offset }) => (
            <CommandItem key={zone} value={name} keywords={[offset]} onSelect={() => onChoose(zone)}>
              <span className="truncate">{name}</span>
              <span className="ml-auto text-xs text-muted-foreground">{offset}</span>
              <CheckIcon aria-hidden className={cn(zone !== value && "invisible")} />
            </CommandItem>
          ))}
        </CommandGroup>
      </CommandList>
    </Command>
  );
}
