import { api } from "./api.js";
import { $, h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { panel, toast } from "./sheets.js";

const KINDS = ["429", "130429", "131056", "131047", "131026", "131049", "131000", "190", "5xx_before", "5xx_after", "drop_before", "drop_after"];
const REFRESH_MS = 1500;

let body = null;
let faults = null;
let chosenKind = KINDS[0];

const change = (patch) => api.changeFaults(patch).then(show).catch((error) => toast(error.message));

function toggle(label, hint, value, patch, extra) {
  const box = h("input", { type: "checkbox", checked: value, onchange: () => change(patch(box.checked)) });
  return h("label", { class: "switch" }, h("span", {}, t(label), hint ? h("small", {}, t(hint)) : null), extra || null, box);
}

function amount(label, value, patch) {
  const box = h("input", { type: "number", min: "0", max: "600000", value: String(value), onchange: () => change(patch(Number(box.value) || 0)) });
  return h("label", { class: "switch" }, h("span", {}, t(label)), box);
}

function group(title, ...children) {
  return h("section", { class: "group" }, h("h3", {}, t(title)), children);
}

function queue() {
  const kind = h("select", { "aria-label": t("nextSends"), onchange: () => { chosenKind = kind.value; } }, KINDS.map((each) => h("option", { value: each, selected: each === chosenKind }, t(`k_${each}`))));
  const count = h("input", { type: "number", min: "1", value: "1", "aria-label": t("howMany") });
  const add = () => change({ next: [...faults.next, { kind: kind.value, count: Number(count.value) || 1 }] });
  const chips = faults.next.map((each, index) => h("span", { class: "chip" }, `${each.count ?? "∞"} × ${t(`k_${each.kind}`)}`,
    h("button", { type: "button", "aria-label": t("close"), onclick: () => change({ next: faults.next.filter((_, other) => other !== index) }) }, icon("close"))));
  return group("nextSends", h("div", { class: "inline" }, kind, count, h("button", { class: "small-button", type: "button", onclick: add }, t("addFault"))), h("div", { class: "chips" }, chips));
}

function quality() {
  return group("quality", h("div", { class: "segments" }, ["GREEN", "YELLOW", "RED"].map((each) =>
    h("button", { type: "button", class: `${each} ${faults.quality === each ? "is-on" : ""}`, "aria-pressed": String(faults.quality === each), onclick: () => change({ quality: each }) }, t(each)))));
}

function erp() {
  const isp = faults.isp;
  return group("erp",
    toggle("erpDown", "erpDownHint", isp.down, (on) => ({ isp: { down: on } })),
    toggle("erpBroken", "erpBrokenHint", isp.status > 0, (on) => ({ isp: { status: on ? 500 : 0 } })),
    toggle("erpHalf", "erpHalfHint", isp.malformed, (on) => ({ isp: { malformed: on } })),
    amount("erpLatency", isp.latency_ms, (value) => ({ isp: { latency_ms: value } })));
}

function world() {
  const button = (label, onclick, danger = "") => h("button", { class: `small-button ${danger}`, type: "button", onclick }, t(label));
  return group("world", h("div", { class: "chips" }, button("advance", () => api.advance(86_400)), button("clear", () => api.clearFaults().then(show)), button("reset", () => api.reset().then(() => location.reload()), "danger")));
}

function draw() {
  const controls = () => [...body.querySelectorAll("input, select, button")];
  const focused = controls().indexOf(document.activeElement);
  const hooks = faults.webhooks;
  const release = (order, label) => h("button", { class: "small-button", type: "button", disabled: !hooks.hold, onclick: () => api.release(order) }, t(label));
  const limit = faults.throughput_limit;
  const perSecond = h("input", { type: "number", min: "1", value: String(limit.per_second), "aria-label": t("throughput"), onchange: () => change({ throughput_limit: { per_second: Number(perSecond.value) || 80 } }) });
  body.replaceChildren(
    group("account", h("div", { class: "totals", id: "totals" })),
    queue(),
    group("webhooksTitle",
      toggle("duplicate", "duplicateHint", hooks.duplicate, (on) => ({ webhooks: { duplicate: on } })),
      toggle("shuffle", "shuffleHint", hooks.shuffle, (on) => ({ webhooks: { shuffle: on } })),
      toggle("badSignature", "badSignatureHint", hooks.bad_signature, (on) => ({ webhooks: { bad_signature: on } })),
      toggle("hold", "holdHint", hooks.hold, (on) => ({ webhooks: { hold: on } })),
      h("div", { class: "chips" }, release("fifo", "release"), release("reverse", "reverse")),
      amount("delay", hooks.delay_ms, (value) => ({ webhooks: { delay_ms: value } }))),
    group("network", amount("latency", faults.latency_ms, (value) => ({ latency_ms: value })), toggle("down", "downHint", faults.down, (on) => ({ down: on }))),
    group("limits",
      toggle("throughput", "", limit.enabled, (on) => ({ throughput_limit: { enabled: on } }), perSecond),
      toggle("pair", "pairHint", faults.pair_rate.enabled, (on) => ({ pair_rate: { enabled: on } })),
      toggle("windowSync", "windowSyncHint", faults.window_sync, (on) => ({ window_sync: on }))),
    erp(),
    quality(),
    world(),
  );
  controls()[focused]?.focus();
  totals().catch(() => {});
}

async function totals() {
  const box = $("#totals");
  if (!box) return;
  const now = await api.totals();
  const cell = (label, value, bad = false) => h("div", { class: `total ${bad && value ? "is-bad" : ""}` }, h("b", {}, String(value)), h("small", {}, t(label)));
  box.replaceChildren(cell("sends", now.sends), cell("refused", now.refused, true), cell("duplicates", now.duplicates, true), cell("webhooks", now.webhooks), cell("delivered", now.webhooks_delivered), cell("attemptsFailed", now.attempts_failed, true));
}

function isHot(now) {
  const hooks = now.webhooks;
  return now.down || now.latency_ms > 0 || now.next.length > 0 || now.quality !== "GREEN" || now.window_sync || now.throughput_limit.enabled || now.pair_rate.enabled || hooks.duplicate || hooks.shuffle || hooks.bad_signature || hooks.hold || hooks.delay_ms > 0 || now.isp.down || now.isp.status > 0 || now.isp.malformed || now.isp.latency_ms > 0;
}

function show(now) {
  faults = now;
  for (const button of document.querySelectorAll("#open-faults, .open-faults")) button.classList.toggle("is-hot", isHot(now));
  if (body && body.isConnected) draw();
}

export async function refreshFaults() {
  show(await api.faults());
}

export async function openFaults() {
  body = h("div");
  panel(t("faults"), body, null, "side-on", "panel drawer");
  await refreshFaults();
  const timer = setInterval(() => (body.isConnected ? totals().catch(() => {}) : clearInterval(timer)), REFRESH_MS);
}
