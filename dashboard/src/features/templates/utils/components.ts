import type { Schema } from "@/api/types";
import { FILE_FORMATS, neededExamples, type Draft, type DraftButton } from "./draft";
import { gapsOf } from "./gaps";

export type Component = Schema<"CreateTemplateRequest">["components"][number];

function headerOf({ header, format }: Draft): Component[] {
  if (header.format === "NONE") return [];
  if (header.format === "TEXT") {
    const [gap] = gapsOf(header.text);
    if (gap === undefined) return [{ type: "HEADER", format: "TEXT", text: header.text }];
    const example =
      format === "named"
        ? { header_text_named_params: [{ param_name: gap, example: header.example }] }
        : { header_text: [header.example] };
    return [{ type: "HEADER", format: "TEXT", text: header.text, example }];
  }
  if (!FILE_FORMATS.includes(header.format)) return [{ type: "HEADER", format: header.format }];
  if (!header.sample) return [{ type: "HEADER", format: header.format }];
  const example =
    "handle" in header.sample ? { header_handle: [header.sample.handle] } : { media_id: header.sample.mediaId };
  return [{ type: "HEADER", format: header.format, example }];
}

function bodyOf(draft: Draft): Component {
  const examples = Object.entries(neededExamples(draft));
  if (!examples.length) return { type: "BODY", text: draft.body.text };
  const example =
    draft.format === "named"
      ? { body_text_named_params: examples.map(([param_name, example]) => ({ param_name, example })) }
      : { body_text: [examples.map(([, example]) => example)] };
  return { type: "BODY", text: draft.body.text, example };
}

function writtenButton(button: DraftButton): Schema<"GivenButton"> {
  const { type, text } = button;
  switch (type) {
    case "QUICK_REPLY":
      return { type, text };
    case "URL":
      return gapsOf(button.url).length
        ? { type, text, url: button.url, example: [button.example] }
        : { type, text, url: button.url };
    case "PHONE_NUMBER":
      return { type, text, phone_number: button.phone };
    case "COPY_CODE":
      return { type, example: [button.example] };
    case "FLOW":
      return {
        type,
        text,
        flow_id: button.flow.id,
        flow_action: button.flow.action,
        navigate_screen: button.flow.screen,
      };
  }
}

function codeOf({ code }: Draft): Component[] {
  const text = code.text.trim();
  return [
    { type: "BODY", add_security_recommendation: code.warns },
    { type: "FOOTER", code_expiration_minutes: code.minutes },
    { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", ...(text ? { text } : {}) }] },
  ];
}

/** Writes a draft as the parts that Meta reviews. */
export function componentsOf(draft: Draft): Component[] {
  if (draft.category === "authentication") return codeOf(draft);
  return [
    ...headerOf(draft),
    bodyOf(draft),
    ...(draft.footer.trim() ? [{ type: "FOOTER" as const, text: draft.footer }] : []),
    ...(draft.buttons.length ? [{ type: "BUTTONS" as const, buttons: draft.buttons.map(writtenButton) }] : []),
  ];
}
