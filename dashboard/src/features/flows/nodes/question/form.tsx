import { useTranslation } from "react-i18next";
import { ChoicesEditor } from "../../components/fields/choices-editor";
import { NodeForm } from "../../components/fields/node-form";
import { SelectField, TextField } from "../../components/fields/plain-fields";
import { ReplySettings } from "../../components/fields/reply-settings";
import { Section } from "../../components/fields/section";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { VariableNameField } from "../../components/fields/variable-name-field";
import { choicesOf, type Menu } from "../choices";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { MAX_INTERACTIVE_TEXT, MAX_PATTERN, MAX_TEXT } from "../limits";
import { MessagePreview } from "../message/preview";
import {
  menuOf,
  QUESTION_KINDS,
  questionProblems,
  questionSchema,
  type QuestionData,
  type QuestionKind,
} from "./model";

/** What is asked, what counts as an answer, and what is done with a wrong one or none. */
export function QuestionForm(props: NodeFormProps<QuestionData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const menu = menuOf(data);
  const kind = data.kind ?? "text";
  const change = (changes: Partial<QuestionData>) => props.onChange(changed(data, changes));
  return (
    <NodeForm {...props} schema={questionSchema} problems={questionProblems(data)}>
      <TemplateTextInput
        path="text"
        label={t("question.text")}
        value={data.text ?? ""}
        isMultiline
        hasFormat
        limit={choicesOf(menu).length ? MAX_INTERACTIVE_TEXT : MAX_TEXT}
        onChange={(text) => change({ text })}
      />
      <SelectField
        path="kind"
        label={t("question.kind")}
        hint={t(`question.kindHints.${kind}`)}
        value={kind}
        options={QUESTION_KINDS.map((value) => ({ value, label: t(`question.kinds.${value}`) }))}
        onChange={(value) => change(withKind(value, menu, t("choices.first")))}
      />
      {kind === "regex" && (
        <TextField
          path="pattern"
          label={t("question.pattern")}
          hint={t("question.patternHint")}
          value={data.pattern ?? ""}
          placeholder="^[A-Z]{3}-?\d{4}$"
          isMono
          limit={MAX_PATTERN}
          onChange={(pattern) => change({ pattern })}
        />
      )}
      {(kind === "choice" || menu.style !== "none") && (
        <ChoicesEditor
          menu={menu}
          place="choices"
          isNeeded={kind === "choice"}
          onChange={({ buttons, ...rest }) => change({ choices: buttons, buttons: undefined, ...rest })}
        />
      )}
      <VariableNameField path="save_as" value={data.save_as ?? ""} onChange={(save_as) => change({ save_as })} />
      <MessagePreview data={{ text: data.text ?? "", ...previewed(data) }} />
      <Section title={t("reply.title")} isOpen>
        <ReplySettings data={data} onChange={change} />
      </Section>
    </NodeForm>
  );
}

/** A question of choice needs something to choose from; others need no pattern. */
function withKind(kind: QuestionKind, menu: Menu, first: string): Partial<QuestionData> {
  const pattern = kind === "regex" ? {} : { pattern: undefined };
  return { kind, ...pattern, ...(kind === "choice" && menu.style === "none" ? { choices: [first] } : {}) };
}

function previewed({ choices = [], buttons = [], list, header, footer }: QuestionData) {
  const all = [...choices, ...buttons];
  return { ...(all.length ? { buttons: all } : {}), list, header, footer };
}
