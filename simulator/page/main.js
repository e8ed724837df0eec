import { api } from "./api.js";
import { bubble, preview, ticks } from "./bubbles.js";
import { askPlace, composer } from "./composer.js";
import { $, avatar, h, icon } from "./dom.js";
import { openFaults, refreshFaults } from "./faults.js";
import { day, locale, switchLanguage, t, time, translatePage } from "./i18n.js";
import { form, toast } from "./sheets.js";

const NEAR_END = 160; // pixels: whoever has scrolled further up is reading and is left there
const drawn = new Map();
const TYPING_MS = 25_000; // Meta: the indicator goes after 25 seconds
const state = { numbers: [], number: null, contacts: [], open: null, messages: new Map(), windowOpen: false, unread: new Map(), typing: null };

const business = () => state.numbers.find((each) => each.phone_number_id === state.number);
const contactOf = (key) => state.contacts.find((each) => each.contact.wa_id === key)?.contact;
const nameOf = (contact) => contact.name || `+${contact.wa_id}`;
const send = (message) => api.write(state.open, state.number, message);
const actions = {
  press: (message, id) => api.press(state.open, message.id, id).catch((error) => toast(error.message)),
  place: () => askPlace(send),
};

function drawContacts() {
  const list = [...state.contacts].sort((a, b) => (b.last?.at || 0) - (a.last?.at || 0));
  $("#contacts").replaceChildren(...list.map(({ contact, last }) => {
    const unread = state.unread.get(contact.wa_id) || 0;
    const classes = `contact ${contact.wa_id === state.open ? "is-open" : ""} ${unread ? "has-unread" : ""}`;
    return h("button", { class: classes, type: "button", "aria-current": String(contact.wa_id === state.open), onclick: () => openChat(contact.wa_id) },
      avatar(nameOf(contact), contact.wa_id),
      h("span", { class: "contact-body" },
        h("span", { class: "contact-row" }, h("span", { class: "contact-name" }, nameOf(contact)), h("span", { class: "contact-time" }, last ? time(last.at) : "")),
        h("span", { class: "contact-row" }, last ? ticks(last) : null, h("span", { class: "contact-last" }, last ? preview(last) : `+${contact.wa_id}`), unread ? h("span", { class: "badge", title: t("unread") }, String(unread)) : null)));
  }));
  if (!list.length) $("#contacts").append(h("p", { class: "empty" }, t("noContacts")));
}

function drawNumbers() {
  $("#number").replaceChildren(...state.numbers.map((each) => h("option", { value: each.phone_number_id, selected: each.phone_number_id === state.number }, `${each.verified_name} · ${each.display_phone_number}`)));
}

function drawEmpty() {
  $("#chat").replaceChildren(h("div", { class: "empty" }, h("span", { class: "avatar tone-aurora" }, icon("phone")), h("h1", {}, t("emptyTitle")), h("p", {}, t("emptyText"))));
}

function subtitle() {
  const contact = contactOf(state.open);
  return state.typing ? t("typing") : `${t("asContact")} ${contact ? nameOf(contact) : state.open}`;
}

function drawChat() {
  const name = business()?.verified_name || "";
  const bar = h("header", { class: "bar chat-bar" },
    h("button", { class: "round back", type: "button", "aria-label": t("back"), onclick: closeChat }, icon("back")),
    h("span", { class: "avatar small tone-aurora", "aria-hidden": "true" }, name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("")),
    h("div", { class: "chat-title" }, h("div", { class: "chat-name" }, h("span", {}, name), icon("seal")), h("div", { class: "chat-sub", id: "sub" }, subtitle())),
    h("span", { class: `window ${state.windowOpen ? "" : "is-shut"}`, title: t(state.windowOpen ? "windowOpen" : "windowShut") }, h("span", {}, t(state.windowOpen ? "windowOpen" : "windowShut"))),
    h("button", { class: "round open-faults", type: "button", title: t("faults"), "aria-label": t("faults"), onclick: openFaults }, icon("bolt")));
  const thread = h("section", { class: "thread", id: "thread", "aria-live": "polite", tabindex: "-1" });
  $("#chat").replaceChildren(bar, thread, composer(send));
  drawThread();
  refreshFaults().catch(() => {});
}

function drawThread() {
  const thread = $("#thread");
  if (!thread) return;
  let before = null;
  const rows = [];
  for (const message of state.messages.values()) {
    const newDay = !before || day(before.at) !== day(message.at);
    if (newDay) rows.push(h("div", { class: "day" }, h("span", {}, day(message.at))));
    const quoted = message.quoted ? state.messages.get(message.quoted) : null;
    const first = newDay || before.mine !== message.mine;
    rows.push(rowOf(message, first, message.type === "interactive" && message.mine ? null : quoted));
    before = message;
  }
  if (state.typing) rows.push(h("div", { class: "row first" }, h("div", { class: "bubble typing", "aria-label": t("typing") }, h("i"), h("i"), h("i"))));
  const follows = !thread.firstChild || thread.scrollHeight - thread.scrollTop - thread.clientHeight < NEAR_END || before?.mine;
  const offset = thread.scrollTop;
  thread.replaceChildren(...rows);
  const toEnd = () => { thread.scrollTop = thread.scrollHeight; };
  if (!follows) { thread.scrollTop = offset; return; }
  toEnd();
  for (const image of thread.querySelectorAll("img")) if (!image.complete) image.addEventListener("load", toEnd, { once: true });
}

// A row that did not change keeps its node, so that a voice message plays on while others arrive.
function rowOf(message, first, quoted) {
  const key = JSON.stringify([message.content, message.status, message.reaction, message.pressed, first, quoted?.id, locale()]);
  const known = drawn.get(message.id);
  if (known?.key === key) return known.row;
  const row = bubble(message, { first, quoted, business: business()?.verified_name, actions });
  drawn.set(message.id, { key, row });
  return row;
}

function setTyping(on) {
  clearTimeout(state.typing);
  state.typing = on ? setTimeout(() => setTyping(false), TYPING_MS) : null;
  if ($("#sub")) $("#sub").textContent = subtitle();
}

async function loadChat() {
  const view = await api.conversation(state.open, state.number);
  state.messages = new Map(view.messages.map((message) => [message.id, message]));
  state.windowOpen = view.window_open;
}

async function openChat(key) {
  state.open = key;
  drawn.clear();
  state.unread.delete(key);
  setTyping(false);
  history.replaceState(null, "", `#${key}`);
  $("#app").classList.add("in-chat");
  await loadChat();
  drawContacts();
  drawChat();
  api.read(key, state.number).catch(() => {});
  if (matchMedia("(min-width: 761px)").matches) $("#chat textarea")?.focus();
}

function closeChat() {
  state.open = null;
  history.replaceState(null, "", location.pathname);
  $("#app").classList.remove("in-chat");
  drawContacts();
  drawEmpty();
}

async function loadContacts() {
  state.contacts = await api.contacts(state.number);
  drawContacts();
}

function addContact() {
  const fields = [
    ["name", t("name"), { required: true, maxlength: "80" }],
    ["phone", t("phone"), { required: true, inputmode: "tel", placeholder: "+55 11 98888-7777" }],
    ["twelve", t("twelve"), { type: "checkbox" }],
    ["hides", t("hidesPhone"), { type: "checkbox" }],
    ["away", t("notOnWhatsapp"), { type: "checkbox" }],
    ["silent", t("noReceipts"), { type: "checkbox" }],
  ];
  form(t("newContact"), fields, t("add"), async (values) => {
    const digits = values.phone.replace(/\D/g, "");
    const shorter = values.twelve && /^55\d{2}9\d{8}$/.test(digits) ? digits.slice(0, 4) + digits.slice(5) : undefined;
    const contact = await api.addContact({ phone: digits, name: values.name, wa_id: shorter, on_whatsapp: !values.away, hides_phone: values.hides, reads: !values.silent });
    await loadContacts();
    await openChat(contact.wa_id);
  });
}

function onMessage(message) {
  if (message.phone_number_id !== state.number) return;
  const entry = state.contacts.find((each) => each.contact.wa_id === message.contact);
  if (!entry) { loadContacts(); } else if (!entry.last || entry.last.at <= message.at) entry.last = message;
  if (message.contact === state.open) {
    if (!message.mine && !state.messages.has(message.id)) setTyping(false);
    state.messages.set(message.id, message);
    if (message.mine && !state.windowOpen) { state.windowOpen = true; drawChat(); } else drawThread();
    if (!message.mine) api.read(state.open, state.number).catch(() => {});
  } else if (!message.mine) state.unread.set(message.contact, (state.unread.get(message.contact) || 0) + 1);
  drawContacts();
}

function onStatus(event) {
  const entry = state.contacts.find((each) => each.contact.wa_id === event.contact);
  if (entry?.last?.id === event.id) { entry.last.status = event.status; drawContacts(); }
  const message = event.contact === state.open && state.messages.get(event.id);
  if (!message) return;
  message.status = event.status;
  const meta = document.querySelector(`.row[data-id="${CSS.escape(event.id)}"] .meta`);
  if (meta) meta.replaceChildren(...[time(message.at), ticks(message)].filter(Boolean));
}

async function everything() {
  state.numbers = await api.numbers();
  if (!business()) state.number = state.numbers[0]?.phone_number_id;
  drawNumbers();
  await loadContacts();
  if (state.open && contactOf(state.open)) { await loadChat(); drawChat(); } else if (state.open) closeChat();
}

function listen() {
  const stream = new EventSource("/_sim/events");
  let wasLost = false;
  stream.onerror = () => { wasLost = true; };
  stream.onopen = () => { if (wasLost) everything().catch(() => {}); wasLost = false; };
  stream.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.kind === "message") onMessage(event.message);
    else if (event.kind === "status") onStatus(event);
    else if (event.kind === "typing" && event.contact === state.open) { setTyping(true); drawThread(); }
    else if (event.kind === "faults") refreshFaults();
    else if (event.kind === "contacts" || event.kind === "resync") everything().catch(() => {});
  };
}

function translate() {
  translatePage();
  const button = $("#language");
  button.textContent = t("language");
  button.title = t("languageName");
  button.setAttribute("aria-label", t("languageName"));
  drawNumbers();
  drawContacts();
  if (state.open) drawChat(); else drawEmpty();
}

async function start() {
  $("#language").addEventListener("click", () => { switchLanguage(); translate(); });
  $("#open-faults").addEventListener("click", openFaults);
  $("#add-contact").addEventListener("click", addContact);
  $("#number").addEventListener("change", async (event) => { state.number = event.target.value; await everything(); });
  translate();
  await everything();
  listen();
  refreshFaults().catch(() => {});
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted && contactOf(wanted)) await openChat(wanted);
}

start().catch((error) => toast(error.message));
