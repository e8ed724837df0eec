import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { knowledgeBasesQuery } from "@/api/knowledge-bases/list-knowledge-bases";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { SubmitButton } from "@/components/submit-button";
import { Badge } from "@/components/ui/badge";
import { formatNumber } from "@/lib/format";
import { SettingsCard } from "../../components/settings-card";
import { Choice } from "../../kit/choice";
import { LongText } from "../../kit/labelled";
import { useTexts } from "../../kit/use-texts";
import { useTryAi } from "../api/try-ai";

/** Asks the model as a flow would, and shows what it was shown. */
export function TryCard() {
  const { t } = useTexts();
  const [question, setQuestion] = useState("");
  const [prompt, setPrompt] = useState("");
  const [base, setBase] = useState("");
  const bases = useQuery(knowledgeBasesQuery);
  const trial = useTryAi();
  const send = () =>
    trial.mutate({ question: question.trim(), prompt, ...(base ? { knowledge_base: base, only_sources: true } : {}) });
  return (
    <SettingsCard title={t("ai.try")} description={t("ai.try-hint")}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (question.trim() !== "") send();
        }}
      >
        <LongText label={t("ai.question")} value={question} onChange={setQuestion} rows={2} />
        <LongText label={t("ai.prompt")} value={prompt} onChange={setPrompt} rows={2} />
        <Choice
          label={t("ai.base")}
          value={base}
          onChange={setBase}
          options={[
            { value: "", label: t("common:none") },
            ...(bases.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SubmitButton
          pending={trial.isPending}
          disabled={question.trim() === ""}
          variant="outline"
          className="justify-self-start"
        >
          {t("ai.ask")}
        </SubmitButton>
      </form>
      <div aria-live="polite" className="mt-4">
        {trial.error && <ErrorState error={trial.error} />}
        {trial.data && <Answer trial={trial.data} />}
      </div>
    </SettingsCard>
  );
}

function Answer({ trial }: { trial: Schema<"TrialView"> }) {
  const { t } = useTexts();
  return (
    <div className="grid gap-3 border-t pt-4 text-sm">
      <p className="flex flex-wrap gap-2">
        <Badge variant={trial.sure ? "success" : "warning"}>{t(trial.sure ? "ai.sure" : "ai.unsure")}</Badge>
        {trial.hand_over && <Badge variant="info">{t("ai.hand-over")}</Badge>}
        <span className="text-muted-foreground">
          {t("ai.took", { tokens: formatNumber(trial.input_tokens + trial.output_tokens) })}
        </span>
      </p>
      <p className="whitespace-pre-wrap">{trial.answer}</p>
      {trial.sources.length > 0 && (
        <ol className="divide-y rounded-md border px-3">
          {trial.sources.map((one) => (
            <li key={one.number} className="py-2">
              <p className="font-medium">
                {one.title} {one.is_used && <Badge variant="outline">{t("ai.is-used")}</Badge>}
              </p>
              <p className="line-clamp-3 text-muted-foreground">{one.text}</p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
