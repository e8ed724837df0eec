import { ArrowRight, CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Progress } from "@/components/ui/progress";
import { useFirstSteps } from "../hooks/use-first-steps";
import type { Step } from "../utils/steps";
import { HomeCard } from "./home-card";

/** What is left to do before the company can serve its customers; gone once all of it is done. */
export function FirstSteps() {
  const { t } = useTranslation("home");
  const steps = useFirstSteps();
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  const said = t("steps.progress", { done, count: steps.length });
  return (
    <HomeCard
      title={t("steps.title")}
      className="mb-4"
      action={<span className="text-xs text-muted-foreground">{said}</span>}
    >
      <Progress value={(done / steps.length) * 100} aria-label={said} className="mb-3" />
      <ol className="grid gap-1">
        {steps.map((step) => (
          <StepItem key={step.id} step={step} />
        ))}
      </ol>
    </HomeCard>
  );
}

function StepItem({ step }: { step: Step }) {
  const { t } = useTranslation("home");
  const Icon = step.done ? CircleCheck : CircleDashed;
  return (
    <li>
      <Link
        to={step.to}
        className="flex items-center gap-3 rounded-md px-2 py-1.5 outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring"
      >
        <Icon
          role="img"
          aria-label={t(step.done ? "steps.done" : "steps.open")}
          className={`size-5 shrink-0 ${step.done ? "text-success" : "text-muted-foreground"}`}
        />
        <span className="min-w-0 flex-1 text-sm">
          <span className={step.done ? "text-muted-foreground line-through" : "font-medium"}>
            {t(`steps.${step.id}.title`)}
          </span>
          {!step.done && <span className="block text-xs text-muted-foreground">{t(`steps.${step.id}.hint`)}</span>}
        </span>
        {!step.done && <ArrowRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />}
      </Link>
    </li>
  );
}
