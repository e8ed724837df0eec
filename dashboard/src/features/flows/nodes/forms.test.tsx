import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import i18next from "i18next";
import { QueryClient } from "@tanstack/react-query";
import { configure, fireEvent, screen } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { renderApp } from "@/testing/render";
import { readDocument, type FlowNode } from "../utils/document";
import { KINDS, kindOf } from "./registry";

const ROOT = resolve(process.cwd(), "..");

/** Every node of the flows that come with PyTake, and a new one of each kind. */
const FOLDER = resolve(ROOT, "adapters/gallery/templates");
const NODES: FlowNode[] = [
  ...KINDS.map((kind) => ({ id: `new_${kind.type}`, type: kind.type, data: kind.create(), position: { x: 0, y: 0 } })),
  ...readdirSync(FOLDER).flatMap((name) => {
    const file = JSON.parse(readFileSync(resolve(FOLDER, name), "utf8")) as { document: unknown };
    return readDocument(file.document).nodes;
  }),
];
/** The one of each kind that says most. */
const FULLEST = KINDS.map((kind) => {
  const own = NODES.filter((node) => node.type === kind.type);
  return own.reduce((most, node) =>
    JSON.stringify(node.data).length > JSON.stringify(most.data).length ? node : most,
  );
});

/** What every request is answered; `permissions` for the one that asks who is there. */
const emptyPage = { items: [], limit: 100, page: null, total: 0, next_cursor: null, permissions: [] };

/** A form draws some hundred parts, which takes its time where everything else is tested too. */
configure({ asyncUtilTimeout: 15_000 });

/** Forms are fetched when they are needed; here all of them once, before anything is timed. */
beforeAll(async () => {
  await Promise.all(Object.values(import.meta.glob("./*/form.tsx")).map((load) => load()));
  await i18next.loadNamespaces(["flow-nodes", "message"]);
}, 60_000);

beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json(emptyPage));
});

async function renderForm(node: FlowNode, { onChange = vi.fn(), readOnly = false, findings = [] as never[] } = {}) {
  const Form = kindOf(node.type)?.Form;
  if (!Form) throw new Error(`no form for ${node.type}`);
  const flow = { nodes: [node], edges: [] };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const shown = <Form node={node} flow={flow} flowId="" findings={findings} onChange={onChange} readOnly={readOnly} />;
  return { ...(await renderApp(shown, { client })), onChange };
}

const KEY = /^[a-z_]+(\.[A-Za-z_]+)+$/;

/** Texts that nobody has translated show their keys. */
function untranslated(container: HTMLElement): string[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement?.tagName !== "TEXTAREA") texts.push(walker.currentNode.textContent ?? "");
  }
  for (const element of container.querySelectorAll("[aria-label]"))
    texts.push(element.getAttribute("aria-label") ?? "");
  return texts.filter((text) => KEY.test(text.trim()));
}

describe.each(FULLEST.map((node) => [node.type, node] as const))("the form of %s", { timeout: 20_000 }, (_, node) => {
  test("shows what the node holds, in words", async () => {
    const { container, onChange } = await renderForm(node);

    expect(untranslated(container)).toEqual([]);
    const controls = [
      ...container.querySelectorAll<HTMLInputElement>("input, textarea, [role=combobox], [role=switch]"),
    ];
    expect(controls.filter((control) => !control.labels?.length && !control.ariaLabel)).toEqual([]);
    expect(onChange).not.toHaveBeenCalled();
  });

  test("changes nothing for who may only look", async () => {
    const { container } = await renderForm(node, { readOnly: true });

    const open = [...container.querySelectorAll("input, textarea, [role=combobox], [role=switch]")].filter(
      (control) => !control.matches(":disabled, [readonly], [type=file]"),
    );
    expect(open).toEqual([]);
  });
});

test("what a form does not know stays in the data", async () => {
  const node = { id: "n", type: "end", data: { outcome: "ok", later: { a: 1 } }, position: { x: 0, y: 0 } };
  const { onChange } = await renderForm(node);

  fireEvent.change(screen.getByRole("textbox", { name: "Outcome" }), { target: { value: "sold" } });

  expect(onChange).toHaveBeenCalledWith({ outcome: "sold", later: { a: 1 } });
});

test("a choice that is called otherwise keeps its way out", async () => {
  const node = { id: "n", type: "message", data: { text: "?", buttons: ["Vendas"] }, position: { x: 0, y: 0 } };
  const { onChange } = await renderForm(node);

  fireEvent.change(screen.getByRole("textbox", { name: "Text of the choice" }), { target: { value: "Comprar" } });

  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ buttons: [{ id: "Vendas", title: "Comprar" }] }));
});

test("the ways of a condition go by their new name", async () => {
  const node = {
    id: "n",
    type: "condition",
    data: { cases: [{ id: "a", expression: "true" }] },
    position: { x: 0, y: 0 },
  };
  const { onChange } = await renderForm(node);

  fireEvent.change(screen.getByRole("textbox", { name: "Name of the way" }), { target: { value: "vip" } });

  expect(onChange).toHaveBeenCalledWith({ cases: [{ id: "vip", expression: "true" }] }, { from: "a", to: "vip" });
});
