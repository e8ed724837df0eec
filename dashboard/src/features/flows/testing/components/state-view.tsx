import { Variable } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/empty-state";
import { changedNames, isTelling, type Rehearsal, type Turn } from "../utils/turns";
import { EffectText } from "./effect-text";
import { StepList } from "./step-list";
import { VariableTable } from "./variable-table";

/** What the session knows, what it did to the world, and how it went, step by step. */
export function StateView({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation("flow-panels");
  const last = rehearsal.turns.at(-1);
  if (!last) return <EmptyState icon={Variable} title={t("state.none")} description={t("state.none_hint")} />;
  return (
    <div className="space-y-5">
      <section aria-labelledby="state-variables">
        <h3 id="state-variables" className="mb-1.5 text-sm font-semibold">
          {t("state.variables")}
        </h3>
        <VariableTable variables={last.moment?.variables ?? {}} changed={changedNames(rehearsal.turns)} />
      </section>
      <Effects turns={rehearsal.turns} />
      <section aria-labelledby="state-steps">
        <h3 id="state-steps" className="mb-1.5 text-sm font-semibold">
          {t("state.steps")}
        </h3>
        <StepList steps={rehearsal.trace} />
      </section>
    </div>
  );
}

function Effects({ turns }: { turns: readonly Turn[] }) {
  const { t } = useTranslation("flow-panels");
  const effects = turns.flatMap((turn) =>
    (turn.moment?.effects ?? []).filter(isTelling).map((effect) => ({ turn, effect })),
  );
  return (
    <section aria-labelledby="state-effects">
      <h3 id="state-effects" className="mb-1.5 text-sm font-semibold">
        {t("state.effects")}
      </h3>
      {effects.length === 0 ? (
        <p className="text-muted-foreground">{t("state.no_effects")}</p>
      ) : (
        <ol className="space-y-1.5">
          {effects.map(({ turn, effect }, at) => (
            <li key={`${turn.index}.${at}`} className="rounded-md border px-2.5 py-1.5">
              <EffectText effect={effect} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
