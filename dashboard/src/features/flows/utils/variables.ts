import { aiWrites } from "../nodes/ai/model";
import { apiCallWrites } from "../nodes/api_call/model";
import { typeOf } from "../nodes/assignments";
import { choicesOf } from "../nodes/choices";
import { erpWrites } from "../nodes/erp/model";
import { jumpWrites } from "../nodes/jump/model";
import { menuOf, messageWrites } from "../nodes/message/model";
import { questionWrites } from "../nodes/question/model";
import { setVariableWrites } from "../nodes/set_variable/model";
import { waitWrites } from "../nodes/wait/model";
import type { Written } from "../nodes/written";
import type { FlowDocument, FlowEdge, FlowNode } from "./document";
import { groupBy } from "./group-by";
import { fold } from "./handles";
import { edgesBySource } from "./ways";

/** A variable that a node may read: what writes it (`null`: the flow or its chatbot begins with it), and whether every
 * way to the node passes what writes it. */
export type Variable = Written & { definedBy: string | null; isCertain: boolean };

type Given = Readonly<Record<string, unknown>>;

const WRITES: Readonly<Record<string, (data: never) => Written[]>> = {
  message: messageWrites,
  question: questionWrites,
  wait: waitWrites,
  api_call: apiCallWrites,
  erp: erpWrites,
  ai: aiWrites,
  set_variable: setVariableWrites,
  jump: jumpWrites,
};

/** Ways on which nothing was answered. */
const UNSAID = new Set(["timeout", "invalid", "error"]);

const written = new WeakMap<FlowNode, readonly Written[]>();

/** What a node writes where all goes well. A node is never changed, so that it is read once. */
export function writesOf(node: FlowNode): readonly Written[] {
  const known = written.get(node);
  if (known) return known;
  const writes = WRITES[node.type] as ((data: unknown) => Written[]) | undefined;
  const found = writes ? writes(node.data).filter(({ name }) => name) : [];
  written.set(node, found);
  return found;
}

/** What the node has written when this edge is taken, as the check before publishing sees it. */
function writtenOn(node: FlowNode, edge: FlowEdge): string[] {
  const names = writesOf(node).map(({ name }) => name);
  if (edge.source_handle) return UNSAID.has(fold(edge.source_handle)) ? [] : names;
  return node.type === "message" && choicesOf(menuOf(node.data)).length > 0 ? [] : names;
}

/** The variables that a node may read: those that the flow begins with, then what nodes before it write. */
export function variablesAt(document: FlowDocument, nodeId: string, chatbot: Given = {}): Variable[] {
  const found = beginnings(document, chatbot);
  const certain = certainAt(document, nodeId);
  for (const node of before(document, nodeId)) {
    for (const written of writesOf(node)) {
      if (found.has(written.name)) continue;
      found.set(written.name, { ...written, definedBy: node.id, isCertain: certain.has(written.name) });
    }
  }
  return [...found.values()];
}

/** The variables that the conditions of a node's edges may read: those at the node, and what it writes itself. */
export function variablesAfter(document: FlowDocument, nodeId: string, chatbot: Given = {}): Variable[] {
  const node = document.nodes.find((one) => one.id === nodeId);
  const found = new Map(variablesAt(document, nodeId, chatbot).map((one) => [one.name, one]));
  for (const written of node ? writesOf(node) : []) {
    found.set(written.name, { ...written, definedBy: nodeId, isCertain: found.get(written.name)?.isCertain ?? true });
  }
  return [...found.values()];
}

/** Every variable of the flow, wherever it is written. */
export function allVariables(document: FlowDocument, chatbot: Given = {}): Variable[] {
  const found = beginnings(document, chatbot);
  for (const node of document.nodes) {
    for (const written of writesOf(node)) {
      if (!found.has(written.name)) found.set(written.name, { ...written, definedBy: node.id, isCertain: false });
    }
  }
  return [...found.values()];
}

function beginnings(document: FlowDocument, chatbot: Given): Map<string, Variable> {
  const given = Object.entries({ ...chatbot, ...document.variables });
  return new Map(given.map(([name, value]) => [name, { name, type: typeOf(value), definedBy: null, isCertain: true }]));
}

/** The nodes from which one leads here, in the order of the document. */
function before(document: FlowDocument, nodeId: string): FlowNode[] {
  const arriving = groupBy(document.edges, (edge) => edge.target);
  const seen = new Set<string>();
  const open = [nodeId];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    for (const { source } of arriving.get(target) ?? []) {
      if (seen.has(source)) continue;
      seen.add(source);
      open.push(source);
    }
  }
  return document.nodes.filter((node) => seen.has(node.id));
}

/** The variables that are written on every way from the start to a node; none where no way leads there. */
function certainAt(document: FlowDocument, nodeId: string): ReadonlySet<string> {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const leaving = edgesBySource(document.edges);
  const arriving = new Map<string, ReadonlySet<string>>();
  const start = document.nodes.find((node) => node.type === "start");
  const open: [string, ReadonlySet<string>][] = start ? [[start.id, new Set()]] : [];
  for (let next = open.shift(); next; next = open.shift()) {
    const [id, brought] = next;
    const [known, node] = [arriving.get(id), nodes.get(id)];
    const merged = known ? new Set([...known].filter((name) => brought.has(name))) : brought;
    if (!node || (known && merged.size === known.size)) continue;
    arriving.set(id, merged);
    for (const edge of leaving.get(id) ?? []) {
      const names = writtenOn(node, edge);
      open.push([edge.target, names.every((name) => merged.has(name)) ? merged : new Set([...merged, ...names])]);
    }
  }
  return arriving.get(nodeId) ?? new Set();
}
