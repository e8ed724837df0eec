import { useTranslation } from "react-i18next";
import { showValue } from "@/lib/json-value";
import type { Effect } from "../utils/turns";

/** Fields that say nothing to people. */
const SILENT = ["effect", "id"];

/** What the flow asked of the world. */
export function EffectText({ effect }: { effect: Effect }) {
  const { t } = useTranslation("flow-panels");
  const kind = String(effect.effect);
  const fields = Object.entries(effect).filter(([name, value]) => !SILENT.includes(name) && !isNothing(value));
  return (
    <>
      <p className="font-medium">{t(`effects.${kind}`, { defaultValue: kind })}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs text-muted-foreground">
        {fields.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="font-mono">{name}</dt>
            <dd className="min-w-0 break-words text-foreground">{showValue(value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function isNothing(value: unknown): boolean {
  if (value === null || value === false || value === "" || value === 0) return true;
  return typeof value === "object" && Object.keys(value as object).length === 0;
}
