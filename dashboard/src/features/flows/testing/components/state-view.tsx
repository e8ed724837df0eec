import { Variable } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/empty-state";
import { isTelling, type Rehearsal, type Turn } from "../utils/turns";
import { EffectText } from "./effect-text";
import { StepList } from "./step-list";
import { TurnSelect } from "./turn-select";
import { VariableTable } from "./variable-table";

/** `looked` is the step after which one looks; null is now. */
type Props = { rehearsal: Rehearsal; looked: number | null; onLook: (index: number | null) => void };

/** What the session knows, what it did to the world, and how it went: by now, or after one of the steps. */
export function StateView({ rehearsal, looked, onLook }: Props) {
  const { t } = useTranslation("flow-panels");
  const chosen = rehearsal.turns.find((turn) => turn.index === looked) ?? null;
  const last = chosen ?? rehearsal.turns.at(-1);
  if (!last) return <EmptyState icon={Variable} title={t("state.none")} description={t("state.none_hint")} />;
  const shown = chosen ? [chosen] : rehearsal.turns;
  return (
    <div className="space-y-5">
      <TurnSelect turns={rehearsal.turns} chosen={chosen} onChoose={onLook} />
      <section aria-labelledby="state-variables">
        <h3 id="state-variables" className="mb-1.5 text-sm font-semibold">
          {t("state.variables")}
        </h3>
        <VariableTable
          variables={last.moment?.variables ?? {}}
          changed={new Set(last.moment?.changed)}
          hidden={last.moment?.hidden}
        />
      </section>
      <Effects turns={shown} />
      <section aria-labelledby="state-steps">
        <h3 id="state-steps" className="mb-1.5 text-sm font-semibold">
          {t("state.steps")}
        </h3>
        <StepList steps={shown.flatMap((turn) => turn.walked)} />
      </section>
    </div>
  );
}

function Effects({ turns }: { turns: readonly Turn[] }) {
  const { t } = useTranslation("flow-panels");
  const effects = turns.flatMap((turn) =>
    (turn.moment?.effects ?? []).filter(isTelling).map((happened) => ({ turn, happened })),
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
          {effects.map(({ turn, happened }, at) => (
            <li key={`${turn.index}.${at}`} className="rounded-md border px-2.5 py-1.5">
              <EffectText happened={happened} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
