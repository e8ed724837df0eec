import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoicesEditor } from "../../components/fields/choices-editor";
import { NodeForm } from "../../components/fields/node-form";
import { SelectField } from "../../components/fields/plain-fields";
import { ReplySettings } from "../../components/fields/reply-settings";
import { Section } from "../../components/fields/section";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { VariableNameField } from "../../components/fields/variable-name-field";
import { changed, without } from "../fields";
import type { NodeFormProps } from "../kind";
import { MAX_INTERACTIVE_TEXT, MAX_TEXT } from "../limits";
import { ContactsEditor } from "./contacts-editor";
import { LocationEditor } from "./location-editor";
import { MediaEditor } from "./media-editor";
import {
  CONTENTS,
  contentOf,
  hasCaption,
  menuOf,
  messageProblems,
  messageSchema,
  waits,
  type Content,
  type MessageData,
} from "./model";
import { MessagePreview } from "./preview";
import { TemplateEditor } from "./template-editor";

type Change = (changes: Partial<MessageData>) => void;

/** What is said, and what one may press. */
export function MessageForm(props: NodeFormProps<MessageData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const [chosen, setChosen] = useState<Content | null>(null);
  const held = contentOf(data);
  const content = chosen ?? held;
  const change: Change = (changes) => props.onChange(changed(data, changes));
  const become = (next: Content) => {
    setChosen(next);
    change(beginning(next, data));
  };
  const mayOffer = content === "text" || content === "media";
  return (
    <NodeForm {...props} schema={messageSchema} problems={messageProblems(data)}>
      <SelectField
        path=""
        label={t("message.content")}
        value={content}
        options={CONTENTS.map((value) => ({ value, label: t(`message.contents.${value}`) }))}
        onChange={become}
      />
      {content === "media" && data.media && <MediaEditor media={data.media} onChange={(media) => change({ media })} />}
      {content === "template" && data.template && (
        <TemplateEditor template={data.template} onChange={(template) => change({ template })} />
      )}
      {content === "location" && data.location && (
        <LocationEditor location={data.location} onChange={(location) => change({ location })} />
      )}
      {content === "contacts" && (
        <ContactsEditor cards={data.contacts ?? []} onChange={(contacts) => change({ contacts })} />
      )}
      {mayOffer && <Words data={data} content={content} onChange={change} />}
      {mayOffer && <ChoicesEditor menu={menuOf(data)} place="buttons" onChange={change} />}
      <MessagePreview data={data} />
      {waits(data) && (
        <Section title={t("reply.title")} isOpen>
          <VariableNameField
            path="save_as"
            hint={t("message.saveAsHint")}
            value={data.save_as ?? ""}
            onChange={(save_as) => change({ save_as: save_as || undefined })}
          />
          <ReplySettings data={data} onChange={change} />
        </Section>
      )}
    </NodeForm>
  );
}

/** What a message of another kind of content begins with; the words stay where they can be shown. */
function beginning(content: Content, data: MessageData): Partial<MessageData> {
  const none = { media: undefined, template: undefined, location: undefined, contacts: undefined };
  const noMenu = { buttons: undefined, list: undefined, header: undefined, footer: undefined };
  switch (content) {
    case "text":
      return { ...none, text: data.text ?? "" };
    case "media":
      return { ...none, media: data.media ?? { type: "image" } };
    case "template":
      return { ...none, ...noMenu, text: undefined, template: data.template ?? { name: "", language: "pt_BR" } };
    case "location":
      return {
        ...none,
        ...noMenu,
        text: undefined,
        location: data.location ?? { type: "location", latitude: 0, longitude: 0 },
      };
    case "contacts":
      return { ...none, ...noMenu, text: undefined, contacts: data.contacts ?? [{ formatted_name: "", phones: [""] }] };
  }
}

function Words({ data, content, onChange }: { data: MessageData; content: Content; onChange: Change }) {
  const { t } = useTranslation("flow-nodes");
  const waiting = waits(data);
  if (content === "media" && data.media && !hasCaption(data.media.type) && !waiting) return null;
  const isCaption = content === "media" && !waiting;
  const { media } = data;
  const change = (text: string) =>
    onChange(isCaption && media?.caption ? { text, media: without(media, "caption") } : { text });
  return (
    <TemplateTextInput
      path="text"
      label={t(isCaption ? "message.caption" : "message.text")}
      value={(isCaption && media?.caption) || (data.text ?? "")}
      isMultiline
      hasFormat
      limit={waiting || content === "media" ? MAX_INTERACTIVE_TEXT : MAX_TEXT}
      onChange={change}
    />
  );
}
