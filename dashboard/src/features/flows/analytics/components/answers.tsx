import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { CountLink } from "./count-link";
import { useNodeName } from "./use-node-name";
import { ValueTable } from "./value-table";

const PARTS = ["asked", "answered", "invalid", "timed_out", "failed"] as const;

/** Each question: how often it was asked, and what was answered, as far as that may be told. */
export function Answers({ flowId, questions }: { flowId: string; questions: readonly Schema<"QuestionNumbers">[] }) {
  const { t } = useTranslation("flow-panels");
  const nameOf = useNodeName();
  const asked = questions.filter((one) => one.asked.count > 0);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="answers-title" className="space-y-2">
      <h3 id="answers-title" className="text-sm font-semibold">
        {t("analytics.answers")}
      </h3>
      {asked.map((question) => (
        <div key={question.node} className="rounded-md border p-2.5">
          <h4 className="truncate font-medium">{nameOf(question.node)}</h4>
          <dl className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-muted-foreground">
            {PARTS.filter((part) => question[part].count > 0).map((part) => (
              <div key={part} className="flex items-center gap-1">
                <dt>{t(`analytics.question.${part}`)}</dt>
                <dd>
                  <CountLink flowId={flowId} count={question[part]} label={t(`analytics.question.${part}`)} />
                </dd>
              </div>
            ))}
          </dl>
          {question.answers.length > 0 ? (
            <ValueTable
              flowId={flowId}
              caption={t("analytics.answers_of", { name: nameOf(question.node) })}
              values={question.answers}
            />
          ) : (
            !question.told && <p className="mt-1 text-xs text-muted-foreground">{t("analytics.untold")}</p>
          )}
        </div>
      ))}
    </section>
  );
}
