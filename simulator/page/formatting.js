// WhatsApp's own marks (*bold* _italic_ ~strike~ ```mono``` `code`) and links, built as nodes.

import { h, safeUrl } from "./dom.js";

const RULES = [
  [/```([\s\S]+?)```/, (inside) => h("code", {}, inside)],
  [/`([^`\n]+)`/, (inside) => h("code", {}, inside)],
  [/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/, (inside) => h("a", { href: safeUrl(inside) || "#", target: "_blank", rel: "noreferrer" }, inside)],
  [/(?<![\p{L}\p{N}])\*(\S(?:[^*\n]*\S)?)\*(?![\p{L}\p{N}])/u, (inside) => h("strong", {}, formatted(inside))],
  [/(?<![\p{L}\p{N}])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\p{N}])/u, (inside) => h("em", {}, formatted(inside))],
  [/(?<![\p{L}\p{N}])~(\S(?:[^~\n]*\S)?)~(?![\p{L}\p{N}])/u, (inside) => h("s", {}, formatted(inside))],
];

export function formatted(text) {
  let best = null;
  for (const [pattern, make] of RULES) {
    const match = pattern.exec(text);
    if (match && (!best || match.index < best.match.index)) best = { match, make };
  }
  if (!best) return [text];
  const { match, make } = best;
  const rest = text.slice(match.index + match[0].length);
  return [text.slice(0, match.index), make(match[1]), ...formatted(rest)];
}
