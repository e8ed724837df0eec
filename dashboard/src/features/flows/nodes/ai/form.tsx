import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { knowledgeBasesQuery } from "@/api/knowledge-bases/list-knowledge-bases";
import { NameMenu } from "../../components/fields/name-field";
import { NodeForm } from "../../components/fields/node-form";
import { NumberField, SwitchField, TextField } from "../../components/fields/plain-fields";
import { Section } from "../../components/fields/section";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { VariableNameField } from "../../components/fields/variable-name-field";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { MAX_AI_HISTORY, MAX_AI_QUESTION, MAX_AI_TOKENS, MAX_LABEL } from "../limits";
import { aiProblems, aiSchema, DEFAULT_HISTORY, DEFAULT_QUESTION, DEFAULT_TOKENS, type AiData } from "./model";

/** What the model is told and asked, what it may know, and what becomes of its answer. */
export function AiForm(props: NodeFormProps<AiData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const change = (changes: Partial<AiData>) => props.onChange(changed(data, changes));
  return (
    <NodeForm {...props} schema={aiSchema} problems={aiProblems(data)}>
      <TemplateTextInput
        path="prompt"
        label={t("ai.prompt")}
        hint={t("ai.promptHint")}
        value={data.prompt ?? ""}
        isMultiline
        onChange={(prompt) => change({ prompt })}
      />
      <TemplateTextInput
        path="question"
        label={t("ai.question")}
        hint={t("ai.questionHint")}
        value={data.question ?? DEFAULT_QUESTION}
        isMultiline
        limit={MAX_AI_QUESTION}
        onChange={(question) => change({ question })}
      />
      <KnowledgeField
        value={data.knowledge_base ?? ""}
        readOnly={props.readOnly ?? false}
        onChange={(base) => change({ knowledge_base: base || undefined })}
      />
      <SwitchField
        id="ai-only-sources"
        label={t("ai.onlySources")}
        hint={t("ai.onlySourcesHint")}
        value={data.only_sources ?? false}
        onChange={(only_sources) => change({ only_sources })}
      />
      <SwitchField
        id="ai-hand-over"
        label={t("ai.canHandOver")}
        hint={t("ai.canHandOverHint")}
        value={data.can_hand_over ?? false}
        onChange={(can_hand_over) => change({ can_hand_over })}
      />
      <SwitchField
        id="ai-send"
        label={t("ai.send")}
        hint={t("ai.sendHint")}
        value={data.send ?? true}
        onChange={(send) => change({ send })}
      />
      <VariableNameField
        path="save_as"
        value={data.save_as ?? ""}
        onChange={(save_as) => change({ save_as: save_as || undefined })}
      />
      <Section title={t("ai.model")}>
        <TextField
          path="model"
          label={t("ai.modelName")}
          hint={t("ai.modelHint")}
          value={data.model ?? ""}
          isMono
          limit={MAX_LABEL}
          onChange={(model) => change({ model: model || undefined })}
        />
        <NumberField
          path="max_tokens"
          label={t("ai.maxTokens")}
          hint={t("ai.maxTokensHint")}
          value={data.max_tokens}
          placeholder={String(DEFAULT_TOKENS)}
          min={1}
          max={MAX_AI_TOKENS}
          onChange={(max_tokens) => change({ max_tokens })}
        />
        <NumberField
          path="history"
          label={t("ai.history")}
          hint={t("ai.historyHint")}
          value={data.history}
          placeholder={String(DEFAULT_HISTORY)}
          min={0}
          max={MAX_AI_HISTORY}
          onChange={(history) => change({ history })}
        />
      </Section>
    </NodeForm>
  );
}

function KnowledgeField({
  value,
  readOnly,
  onChange,
}: {
  value: string;
  readOnly: boolean;
  onChange: (base: string) => void;
}) {
  const { t } = useTranslation("flow-nodes");
  const { data: bases, isSuccess } = useQuery(knowledgeBasesQuery);
  const known = bases?.find((base) => base.name === value || base.id === value);
  const options = (bases ?? []).map(({ name, ready }) => ({
    value: name,
    label: name,
    detail: t("ai.documents", { count: ready }),
  }));
  const state = known
    ? t("ai.documents", { count: known.ready })
    : isSuccess && value
      ? t("ai.noSuchBase")
      : t("ai.baseHint");
  return (
    <TextField
      path="knowledge_base"
      label={t("ai.base")}
      hint={state}
      value={value}
      limit={MAX_LABEL}
      onChange={onChange}
      actions={
        readOnly || !options.length ? undefined : <NameMenu label={t("ai.base")} options={options} onPick={onChange} />
      }
    />
  );
}
