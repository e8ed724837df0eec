import type { FieldProblem } from "@/lib/api-error";
import { componentsOf, type Component } from "./components";
import type { Draft } from "./draft";

const COMPONENT = /^components\[(\d+)\](?:\.(.+))?$/;
const BUTTON = /^buttons\[(\d+)\](?:\.(.+))?$/;

function buttonPlace(rest: string): string {
  const [, place, field] = BUTTON.exec(rest) ?? [];
  if (place === undefined) return "buttons";
  const part = { phone_number: "phone", flow_id: "flow", type: "text" }[field ?? ""] ?? field ?? "text";
  return `buttons.${place}.${part}`;
}

function partPlace(component: Component | undefined, rest: string): string {
  switch (component?.type) {
    case "HEADER":
      if (!rest.startsWith("example")) return "header.text";
      return component.format === "TEXT" ? "header.example" : "header.sample";
    case "BODY":
      return rest.startsWith("example") ? "body.examples" : "body.text";
    case "FOOTER":
      return rest === "code_expiration_minutes" ? "code.minutes" : "footer";
    case "BUTTONS":
      return component.buttons[0]?.type === "OTP" ? "code.text" : buttonPlace(rest);
    default:
      return "body.text";
  }
}

/** Where on the screen stands what the API calls `components[1].text`; a place of the whole is the body's. */
export function placeOf(field: string, components: readonly Component[]): string {
  const [, place, rest] = COMPONENT.exec(field) ?? [];
  if (place !== undefined) return partPlace(components[Number(place)], rest ?? "");
  return field === "components" ? "body.text" : field;
}

/** What the API found wrong with a draft, by its place on the screen. */
export function placed(details: readonly FieldProblem[], draft: Draft): Record<string, string> {
  const components = componentsOf(draft);
  return Object.fromEntries(details.map(({ field, message }) => [placeOf(field, components), message]));
}
