import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { Template } from "@/api/templates/list-approved-templates";
import { templatePreviewQuery } from "@/api/templates/preview-template";
import type { Schema } from "@/api/types";
import type { OutgoingContent } from "../stores/outgoing";
import { missingIn, modelOf, parametersOf, toComponents } from "../utils/template-parameters";

type HeaderMedia = NonNullable<Schema<"PreviewTemplateRequest">["header_media"]>;
const PLACES = { contact: /^(nome|name|cliente|customer|primeiro_nome|first_name)$/i };

/** A template being filled in: its values, how it reads so far by the API, and what is still missing or wrong. */
export function useTemplateFill(template: Template, contactName: string | null) {
  const model = modelOf(template);
  const format = template.parameter_format;
  const [media, setMedia] = useState<HeaderMedia | null>(null);
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      model.slots.flatMap(({ id, name }) => (PLACES.contact.test(name) && contactName ? [[id, contactName]] : [])),
    ),
  );
  const asked = useDeferredValue(values);
  const preview = useQuery(
    templatePreviewQuery(template.id, { parameters: parametersOf(model, asked, format), header_media: media }),
  ).data;
  const missing = missingIn(model, values, media !== null);
  const content: OutgoingContent = {
    type: "template",
    name: template.name,
    language: template.language,
    components: toComponents(model, values, format),
    header_media: media,
    preview: preview?.text ?? null,
  };
  return {
    model,
    values,
    setValue: (id: string, value: string) => setValues((held) => ({ ...held, [id]: value })),
    media,
    setMedia,
    preview,
    missing,
    /** What the API says is wrong with what is filled in; what is merely empty yet is in `missing`. */
    errors: missing.length ? [] : (preview?.errors ?? []),
    content,
  };
}

export type TemplateFilling = ReturnType<typeof useTemplateFill>;
