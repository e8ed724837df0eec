import { kindName } from "./kind-texts";
import type { FlowsT } from "../nodes/kind";
import { kindOf } from "../nodes/registry";
import type { FlowDocument, FlowNode } from "./document";
import { fold } from "./handles";

export type Hit = { node: FlowNode; title: string; excerpt: string };

const EXCERPT = 80;

/** What people call a node: the name that they gave it, else that of its kind. */
export function titleOf(node: FlowNode, t: FlowsT): string {
  if (typeof node.title === "string" && node.title) return node.title;
  return kindOf(node.type) ? kindName(node.type, t) : node.type;
}

/** The nodes in which every word is found: in the name, the kind, the id, or any text within. By name first. */
export function searchNodes(document: FlowDocument, query: string, t: FlowsT): Hit[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const hits = document.nodes.flatMap((node) => hitOf(node, words, t));
  return hits.sort((one, other) => Number(isNamed(other, words)) - Number(isNamed(one, words)));
}

function hitOf(node: FlowNode, words: readonly string[], t: FlowsT): Hit[] {
  const title = titleOf(node, t);
  const kind = kindOf(node.type) ? kindName(node.type, t) : "";
  const texts = textsOf(node.data);
  const all = fold([title, kind, node.type, node.id, ...texts].join("\n"));
  if (!words.every((word) => all.includes(word))) return [];
  const telling = texts.find((text) => words.some((word) => fold(text).includes(word))) ?? texts[0] ?? "";
  return [{ node, title, excerpt: telling.slice(0, EXCERPT) }];
}

function isNamed(hit: Hit, words: readonly string[]): boolean {
  const name = fold(`${hit.title} ${hit.node.id}`);
  return words.some((word) => name.includes(word));
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
