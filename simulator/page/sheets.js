// Panels over the page: the list of a list message, forms, a picture in full.

import { $, h, icon } from "./dom.js";
import { t } from "./i18n.js";

export function layer(content, place = "") {
  const before = document.activeElement;
  const close = () => {
    veil.remove();
    document.removeEventListener("keydown", onKey);
    if (before && before.isConnected) before.focus();
  };
  const onKey = (event) => { if (event.key === "Escape") close(); };
  const veil = h("div", { class: `veil ${place}`, role: "dialog", "aria-modal": "true", onclick: (event) => { if (event.target === veil) close(); } }, content);
  document.addEventListener("keydown", onKey);
  $("#layers").append(veil);
  const first = veil.querySelector("input, select, button");
  if (first) first.focus();
  return close;
}

export function panel(title, body, foot, place = "", className = "panel") {
  const close = () => shut();
  const head = h("div", { class: "panel-head" }, h("h2", {}, title), h("button", { class: "round", type: "button", "aria-label": t("close"), onclick: close }, icon("close")));
  const shut = layer(h("div", { class: className }, head, h("div", { class: "panel-body" }, body), foot ? h("div", { class: "panel-foot" }, foot) : null), place);
  return shut;
}

export function openSheet(action, onChoose) {
  let chosen = null;
  const send = h("button", { class: "primary", type: "button", disabled: true, onclick: () => { close(); onChoose(chosen); } }, t("choose"));
  const rows = action.sections.flatMap((section) => [
    section.title ? h("div", { class: "section-title" }, section.title) : null,
    ...section.rows.map((row) => h("label", { class: "option" },
      h("span", {}, h("b", {}, row.title), row.description ? h("small", {}, row.description) : null),
      h("input", { type: "radio", name: "row", onchange: () => { chosen = row.id; send.disabled = false; } }))),
  ]);
  const close = panel(action.button, rows.filter(Boolean), send);
}

export function zoom(url) {
  layer(h("img", { class: "zoom", src: url, alt: "" }), "center");
}

export function form(title, fields, label, onSubmit) {
  const inputs = {};
  const rows = fields.map(([name, text, options = {}]) => {
    inputs[name] = h("input", { type: "text", autocomplete: "off", ...options });
    if (options.type === "checkbox") return h("label", { class: "check" }, inputs[name], text);
    return h("label", { class: "field" }, text, inputs[name]);
  });
  const submit = async (event) => {
    event.preventDefault();
    const values = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.type === "checkbox" ? input.checked : input.value.trim()]));
    try { await onSubmit(values); close(); } catch (error) { toast(error.message); }
  };
  const body = h("form", { onsubmit: submit }, rows, h("button", { class: "primary", type: "submit" }, label));
  const close = panel(title, body, null, "center");
}

export function toast(text) {
  const note = h("div", { class: "toast", role: "status" }, text);
  $("#layers").append(note);
  setTimeout(() => note.remove(), 3500);
}
