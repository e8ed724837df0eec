import { expect, test } from "vitest";
import type { Contact } from "@/api/contacts/get-contact";
import type { ContactField } from "./attributes";
import { changesOf, newContactOf, valuesOf } from "./contact-form";

const FIELDS: ContactField[] = [
  {
    id: "f",
    key: "plano",
    label: "Plano",
    type: "text",
    options: [],
    is_required: false,
    place: 0,
    version: 0,
    created_at: "",
    updated_at: "",
  },
];
const ANA = {
  name: "Ana",
  phone: "5511955550001",
  email: null,
  language: null,
  time_zone: null,
  lifecycle_stage: "lead",
  attributes: { plano: "ouro", kept_by_flow: 1 },
} as Partial<Contact> as Contact;

test("a form that was not touched changes nothing", () => {
  expect(changesOf(ANA, FIELDS, valuesOf(ANA, FIELDS))).toEqual({});
});

test("changesOf names what differs, and null for what was cleared", () => {
  const values = { ...valuesOf(ANA, FIELDS), name: " ", email: "a@x.example", attributes: { plano: "" } };

  expect(changesOf(ANA, FIELDS, values)).toEqual({ name: null, email: "a@x.example", attributes: { plano: null } });
});

test("newContactOf leaves out what is empty", () => {
  const values = { ...valuesOf(null, FIELDS), name: " Bia " };

  expect(newContactOf(FIELDS, values, ["t"])).toEqual({
    name: "Bia",
    lifecycle_stage: "lead",
    attributes: {},
    tag_ids: ["t"],
  });
});
