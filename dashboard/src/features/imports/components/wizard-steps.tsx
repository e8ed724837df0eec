import { CheckIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "@/lib/utils";

const STEPS = ["file", "columns", "check", "import"] as const;
export type WizardStep = (typeof STEPS)[number];

/** Where one is between choosing a file and its being written. */
export function WizardSteps({ at }: { at: WizardStep }) {
  const { t } = useTranslation("imports");
  const place = STEPS.indexOf(at);
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-2" aria-label={t("steps.label")}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === place ? "step" : undefined}
          className={cn(
            "flex items-center gap-2",
            index > place && "text-muted-foreground",
            index === place && "font-medium",
          )}
        >
          <span
            aria-hidden
            className={cn(
              "flex size-6 items-center justify-center rounded-full border text-xs",
              index < place && "border-primary bg-primary text-primary-foreground",
              index === place && "border-primary text-primary",
            )}
          >
            {index < place ? <CheckIcon className="size-3.5" /> : index + 1}
          </span>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
