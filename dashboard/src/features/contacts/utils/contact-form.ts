import type { Contact } from "@/api/contacts/get-contact";
import type { Schema } from "@/api/types";
import { attributesOf, changedAttributes, formValueOf, type ContactField, type FormValue } from "./attributes";

/** A contact as a form holds it. */
export type ContactValues = {
  name: string;
  phone: string;
  email: string;
  language: string;
  time_zone: string;
  lifecycle_stage: Schema<"LifecycleStage">;
  attributes: Record<string, FormValue>;
};

const TEXTS = ["name", "phone", "email", "language", "time_zone"] as const;

/** Reads a contact into a form; without one the form is empty. */
export function valuesOf(contact: Contact | null, fields: readonly ContactField[]): ContactValues {
  const held = contact ? attributesOf(contact) : {};
  return {
    name: contact?.name ?? "",
    phone: contact?.phone ?? "",
    email: contact?.email ?? "",
    language: contact?.language ?? "",
    time_zone: contact?.time_zone ?? "",
    lifecycle_stage: contact?.lifecycle_stage ?? "lead",
    attributes: Object.fromEntries(fields.map(({ key, type }) => [key, formValueOf(held[key], type)])),
  };
}

/** What of a contact was changed in a form; null takes a value away. */
export function changesOf(
  contact: Contact,
  fields: readonly ContactField[],
  values: ContactValues,
): Schema<"UpdateContactRequest"> {
  const texts = TEXTS.filter((name) => values[name].trim() !== (contact[name] ?? "")).map(
    (name) => [name, values[name].trim() || null] as const,
  );
  const attributes = changedAttributes(fields, attributesOf(contact), values.attributes);
  return {
    ...Object.fromEntries(texts),
    ...(values.lifecycle_stage === contact.lifecycle_stage ? {} : { lifecycle_stage: values.lifecycle_stage }),
    ...(Object.keys(attributes).length ? { attributes } : {}),
  };
}

/** A new contact as the API takes it: without what is empty. */
export function newContactOf(
  fields: readonly ContactField[],
  values: ContactValues,
  tagIds: string[],
): Schema<"CreateContactRequest"> {
  const texts = TEXTS.map((name) => [name, values[name].trim()] as const).filter(([, text]) => text);
  return {
    ...Object.fromEntries(texts),
    lifecycle_stage: values.lifecycle_stage,
    attributes: changedAttributes(fields, {}, values.attributes),
    tag_ids: tagIds,
  };
}
