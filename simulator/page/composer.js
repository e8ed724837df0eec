import { h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { api } from "./api.js";
import { form, toast } from "./sheets.js";

const KINDS = [
  ["image", "photo", "image", "image/jpeg,image/png", "c0"],
  ["document", "document", "file", "", "c1"],
  ["audio", "audio", "music", "audio/*", "c2"],
  ["voice", "voice", "mic", "audio/*", "c3"],
];

export function askPlace(send) {
  const fields = [
    ["name", t("placeName"), { value: "MASP" }],
    ["address", t("address"), { value: "Av. Paulista, 1578 · São Paulo" }],
    ["latitude", t("latitude"), { value: "-23.5614", inputmode: "decimal" }],
    ["longitude", t("longitude"), { value: "-46.6559", inputmode: "decimal" }],
  ];
  form(t("whichPlace"), fields, t("sharePlace"), (values) => send({
    type: "location",
    location: { latitude: Number(values.latitude), longitude: Number(values.longitude), name: values.name || undefined, address: values.address || undefined },
  }));
}

async function sendFile(kind, file, send) {
  const { id } = await api.upload(file);
  const type = kind === "voice" ? "audio" : kind;
  const payload = { id };
  if (kind === "voice") payload.voice = true;
  if (kind === "document") payload.filename = file.name;
  await send({ type, [type]: payload });
}

function attachMenu(send, close) {
  const pick = (kind, accept) => {
    const input = h("input", { type: "file", accept });
    input.addEventListener("change", () => sendFile(kind, input.files[0], send).catch((error) => toast(error.message)));
    input.click();
    close();
  };
  const item = (name, symbol, color, onclick) => h("button", { type: "button", role: "menuitem", onclick }, h("span", { class: `dot ${color}` }, icon(symbol)), t(name));
  const items = KINDS.map(([kind, name, symbol, accept, color]) => item(name, symbol, color, () => pick(kind, accept)));
  items.push(item("location", "pin", "c4", () => { close(); askPlace(send); }));
  return h("div", { class: "menu", role: "menu" }, items);
}

export function composer(send) {
  const box = h("textarea", { rows: "1", placeholder: t("message"), "aria-label": t("message"), maxlength: "20000" });
  const grow = () => { box.style.height = "44px"; box.style.height = `${Math.min(130, box.scrollHeight)}px`; };
  const submit = (event) => {
    event?.preventDefault();
    const body = box.value.trim();
    if (!body) return;
    box.value = "";
    grow();
    send({ type: "text", text: { body } }).catch((error) => { box.value = body; toast(error.message); });
  };
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event); });
  let menu = null;
  const close = () => { menu?.remove(); menu = null; document.removeEventListener("click", outside, true); document.removeEventListener("keydown", escape); };
  const outside = (event) => { if (menu && !menu.contains(event.target) && !attach.contains(event.target)) close(); };
  const escape = (event) => { if (event.key === "Escape") { close(); attach.focus(); } };
  const toggle = () => {
    if (menu) { close(); return; }
    menu = attachMenu(send, close);
    attach.parentElement.append(menu);
    menu.querySelector("button").focus();
    document.addEventListener("click", outside, true);
    document.addEventListener("keydown", escape);
  };
  const attach = h("button", { class: "round", type: "button", title: t("attach"), "aria-label": t("attach"), "aria-haspopup": "menu", onclick: toggle }, icon("plus"));
  const go = h("button", { class: "round send", type: "submit", "aria-label": t("send") }, icon("send"));
  return h("form", { class: "composer", onsubmit: submit }, attach, box, go);
}
