// One function per kind of message; each returns the nodes inside the bubble.

import { avatar, h, hash, icon, safeUrl, shape } from "./dom.js";
import { formatted } from "./formatting.js";
import { t, time } from "./i18n.js";
import { openSheet, zoom } from "./sheets.js";
import { voice } from "./voice.js";

const source = (media) => (media.id ? `/_sim/media/${encodeURIComponent(media.id)}` : safeUrl(media.link));
const text = (value) => (value ? h("div", { class: "text" }, formatted(String(value))) : null);

function picture(media) {
  const url = source(media);
  if (!url) return h("span", { class: "odd" }, t("photo"));
  return h("img", { class: "picture", src: url, alt: media.caption || t("photo"), loading: "lazy", onclick: () => zoom(url) });
}

function film(media) {
  return h("video", { class: "picture", src: source(media), controls: true, preload: "metadata" });
}

function document_(media) {
  const name = media.filename || t("document");
  const ending = name.includes(".") ? name.split(".").pop().slice(0, 5) : t("document_");
  const inside = [icon("file"), h("span", {}, h("b", {}, name), h("small", {}, ending))];
  return h("a", { class: "document", href: source(media), target: "_blank", rel: "noreferrer" }, inside);
}

function map(seed) {
  const svg = shape("svg", { class: "map", viewBox: "0 0 320 140", preserveAspectRatio: "xMidYMid slice" });
  const shift = seed % 60;
  svg.append(shape("rect", { width: 320, height: 140, fill: "#e9eee2" }));
  svg.append(shape("path", { d: `M-10 ${110 - shift / 3} C80 ${70 + shift / 2} 170 150 340 ${60 + shift / 2} V150 H-10z`, fill: "#b9dcec" }));
  svg.append(shape("rect", { x: 30 + shift, y: 12, width: 74, height: 44, rx: 8, fill: "#cfe6c0" }));
  for (const [path, width] of [[`M-10 ${36 + shift / 2} L340 ${80 - shift / 3}`, 9], [`M${120 + shift} -10 L${90 + shift} 160`, 9], ["M-10 96 L340 22", 5], [`M${230 - shift} -10 L${262 - shift / 2} 160`, 5], ["M40 -10 L74 160", 4], ["M300 -10 L280 160", 4]]) {
    svg.append(shape("path", { d: path, stroke: "#fff", "stroke-width": width, fill: "none" }));
  }
  svg.append(shape("path", { d: `M-10 ${36 + shift / 2} L340 ${80 - shift / 3}`, stroke: "#ffe08a", "stroke-width": 4, fill: "none" }));
  return svg;
}

function place(value) {
  return [
    h("span", { class: "place" }, map(hash(`${value.latitude}${value.longitude}`)), icon("pin")),
    h("div", { class: "place-name" }, value.name || `${value.latitude}, ${value.longitude}`),
    value.address ? h("div", { class: "place-address" }, value.address) : null,
  ];
}

function cards(content) {
  return (content.contacts || []).map((card) => {
    const name = (card.name && card.name.formatted_name) || t("contact");
    const phone = card.phones && card.phones[0] ? card.phones[0].phone : "";
    return h("div", { class: "card" }, avatar(name, name), h("span", {}, h("b", {}, name), h("div", { class: "foot" }, phone)));
  });
}

function header(head) {
  if (!head) return null;
  if (head.type === "text") return h("div", { class: "head" }, head.text);
  return { image: picture, video: film, document: document_ }[head.type]?.(head[head.type] || {}) || null;
}

function interactive(content) {
  if (content.button_reply || content.list_reply) {
    const reply = content.button_reply || content.list_reply;
    return [text(reply.title), reply.description ? h("div", { class: "foot" }, reply.description) : null];
  }
  return [header(content.header), text(content.body && content.body.text), content.footer ? h("div", { class: "foot" }, content.footer.text) : null];
}

function template(content) {
  const shown = content.rendered || {};
  const media = shown.header_media;
  return [
    media ? header(media) : shown.header ? h("div", { class: "head" }, shown.header) : null,
    text(shown.body),
    shown.footer ? h("div", { class: "foot" }, shown.footer) : null,
  ];
}

const KINDS = {
  text: (content) => text(content.body),
  image: (content) => [picture(content), text(content.caption)],
  video: (content) => [film(content), text(content.caption)],
  document: (content) => [document_(content), text(content.caption)],
  audio: (content, message) => voice(source(content), message.id),
  sticker: (content) => h("img", { class: "sticker", src: source(content), alt: t("sticker") }),
  location: place,
  contacts: cards,
  interactive,
  template,
  button: (content) => text(content.text),
};

const previews = { image: "photo", video: "video", audio: "audio", document: "document", sticker: "sticker", location: "location", contacts: "contact", interactive: "buttons", template: "template" };

export function preview(message) {
  const content = message.content || {};
  const reply = content.button_reply || content.list_reply;
  const words = content.body?.text || (typeof content.body === "string" && content.body) || reply?.title || content.rendered?.body || content.caption || content.name || content.text;
  return String(words || t(previews[message.type] || "unsupported")).replace(/(^|\s)[*_~](\S(?:.*?\S)?)[*_~]/g, "$1$2");
}

export function ticks(message) {
  if (!message.mine) return null;
  const two = message.status === "delivered" || message.status === "read";
  return icon(two ? "ticks" : "tick", `tick ${message.status}`);
}

function choicesOf(message, actions) {
  const action = (message.type === "interactive" && message.content.action) || {};
  const reply = (id, label) => h("button", { class: `choice ${message.pressed === id ? "is-pressed" : ""}`, type: "button", disabled: Boolean(message.pressed), onclick: () => actions.press(message, id) }, icon("reply"), label);
  const found = (action.buttons || []).map((button) => reply(button.reply.id, button.reply.title));
  for (const button of (message.content.rendered && message.content.rendered.buttons) || []) {
    found.push(button.type === "QUICK_REPLY" ? reply(button.id, button.text) : h("span", { class: "choice" }, icon("link"), button.text));
  }
  if (action.sections && action.button) {
    found.push(h("button", { class: "choice", type: "button", onclick: () => openSheet(action, (id) => actions.press(message, id)) }, icon("list"), action.button));
  }
  if (action.name === "send_location") {
    found.push(h("button", { class: "choice", type: "button", onclick: actions.place }, icon("pin"), t("sharePlace")));
  }
  const link = action.name === "cta_url" && safeUrl(action.parameters.url);
  if (link) found.push(h("a", { class: "choice", href: link, target: "_blank", rel: "noreferrer" }, icon("link"), action.parameters.display_text));
  return found.length && !message.mine ? h("div", { class: "choices" }, found) : null;
}

function widthOf(message) {
  const head = message.content.header?.type || message.content.rendered?.header_media?.type;
  if (["image", "video", "location"].includes(message.type) || ["image", "video"].includes(head)) return "media";
  return ["interactive", "template"].includes(message.type) && !message.mine ? "wide" : "";
}

export function bubble(message, { first, quoted, business, actions }) {
  const draw = KINDS[message.type] || (() => h("span", { class: "odd" }, t("unsupported")));
  const inside = [draw(message.content || {}, message)].flat();
  if (quoted) inside.unshift(h("div", { class: "quote" }, h("b", {}, quoted.mine ? t("you") : business), preview(quoted).slice(0, 160)));
  const meta = h("span", { class: "meta" }, time(message.at), ticks(message));
  const body = h("div", { class: `bubble ${widthOf(message)}`, title: message.mine ? "" : message.status }, inside, meta);
  if (message.reaction) body.append(h("span", { class: "reaction" }, message.reaction));
  const classes = `row ${message.mine ? "mine" : ""} ${first ? "first" : ""} ${message.reaction ? "has-reaction" : ""}`;
  return h("div", { class: classes, "data-id": message.id }, body, choicesOf(message, actions));
}
