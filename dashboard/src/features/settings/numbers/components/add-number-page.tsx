import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Label } from "@/components/ui/label";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import type { Schema } from "@/api/types";
import { SectionPage } from "../../components/section-page";
import { SettingsCard } from "../../components/settings-card";
import { AddEvolutionForm } from "./add-evolution-form";
import { AddOfficialForm } from "./add-official-form";

const TYPES: readonly Schema<"ApiType">[] = ["official", "evolution"];

/** Connects a number: first by which way, then with what that way needs. */
export function AddNumberPage() {
  const { t } = useTranslation("settings");
  const [type, setType] = useState<Schema<"ApiType">>("official");
  return (
    <SectionPage
      title={t("numbers.add")}
      description={t("numbers.add-hint")}
      back={{ to: "/settings/numbers", label: t("sections.numbers.title") }}
    >
      <SettingsCard title={t("numbers.way")}>
        <RadioGroup
          value={type}
          onValueChange={(value) => setType(value === "evolution" ? "evolution" : "official")}
          aria-label={t("numbers.way")}
          className="grid gap-3 sm:grid-cols-2"
        >
          {TYPES.map((one) => (
            <Label
              key={one}
              htmlFor={`type-${one}`}
              className="flex items-start gap-3 rounded-md border p-3 font-normal has-data-[state=checked]:border-primary has-data-[state=checked]:bg-accent"
            >
              <RadioGroupItem id={`type-${one}`} value={one} className="mt-0.5" />
              <span className="grid gap-1">
                <span className="font-medium">{t(`numbers.types.${one}`)}</span>
                <span className="text-muted-foreground">{t(`numbers.type-hints.${one}`)}</span>
              </span>
            </Label>
          ))}
        </RadioGroup>
      </SettingsCard>
      {type === "official" ? <AddOfficialForm /> : <AddEvolutionForm />}
    </SectionPage>
  );
}
