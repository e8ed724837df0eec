import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Schema } from "@/api/types";
import type { FlowDocument } from "../utils/document";
import { flows } from "../utils/flows.test-data";
import { isDirty, redo, undo, useEditor, type Editor } from "./editor";

const view = (document: FlowDocument, version = 1): Schema<"FlowView"> => ({
  id: "flow",
  name: "Flow",
  description: "",
  chatbot_id: null,
  chatbot_name: null,
  priority: 0,
  published_version_id: null,
  published_number: 0,
  version,
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
  document,
});
const now = () => useEditor.getState();
const open = (document: FlowDocument) => now().open(view(document));
const node = (id: string, type: string, x = 0) => ({ id, type, data: {}, position: { x, y: 0 } });

const SMALL: FlowDocument = {
  nodes: [node("n1", "start"), node("n2", "message", 400), node("n3", "end", 800)],
  edges: [
    { id: "e1", source: "n1", target: "n2" },
    { id: "e2", source: "n2", target: "n3" },
  ],
};

beforeEach(() => useEditor.setState(useEditor.getInitialState(), true));

type Act = (editor: Editor, pick: (index: number) => string) => void;
const ACTS: Act[] = [
  (editor) => void editor.addNode("message", { x: 0, y: 400 }),
  (editor, pick) => void editor.addNode("end", { x: 0, y: 600 }, { source: pick(0), handle: "default" }),
  (editor, pick) => void editor.connect({ source: pick(0), handle: "timeout", target: pick(1) }),
  (editor, pick) => editor.setEntry(pick(1)),
  (editor, pick) => editor.renameNode(pick(0), "Olá"),
  (editor, pick) => editor.updateNode(pick(1), { text: "outra" }),
  (editor) => editor.autoLayout(),
  (editor, pick) => {
    editor.select({ nodes: [pick(0)] });
    editor.removeSelection();
  },
  (editor, pick) => {
    editor.select({ nodes: [pick(0), pick(1)] });
    editor.duplicate();
  },
  (editor) => editor.changeDocument({ variables: { x: 1 } }),
];

describe("undo and redo", () => {
  test("bring back every document that there was, each way", () => {
    vi.useFakeTimers({ now: 0 });
    fc.assert(
      fc.property(
        flows,
        fc.array(fc.tuple(fc.nat(ACTS.length - 1), fc.nat(30), fc.nat(30)), { maxLength: 12 }),
        (flow, acts) => {
          open(flow);
          const seen = [now().document];
          for (const [act, one, other] of acts) {
            vi.advanceTimersByTime(5000);
            const ids = now().document.nodes.map((each) => each.id);
            ACTS[act]?.(now(), (index) => ids[(index ? other : one) % Math.max(1, ids.length)] ?? "");
            if (now().document !== seen.at(-1)) seen.push(now().document);
          }
          for (const before of seen.slice(0, -1).reverse()) {
            undo();
            expect(now().document).toEqual(before);
          }
          expect(isDirty(now())).toBe(false);
          for (const after of seen.slice(1)) {
            redo();
            expect(now().document).toEqual(after);
          }
        },
      ),
      { numRuns: 60 },
    );
    vi.useRealTimers();
  });

  test("typing into one field is one step, into another the next", () => {
    open(SMALL);
    for (const text of ["O", "Ol", "Olá"]) now().updateNode("n2", { text });
    now().updateNode("n3", { outcome: "x" });
    undo();
    expect(now().document.nodes[1]?.data).toEqual({ text: "Olá" });
    undo();
    expect(now().document.nodes[1]?.data).toEqual({});
    expect(useEditor.temporal.getState().pastStates).toHaveLength(0);
  });

  test("what is typed after an undo is a step of its own", () => {
    open(SMALL);
    now().updateNode("n2", { text: "a" });
    undo();
    now().updateNode("n2", { text: "b" });
    undo();
    expect(now().document.nodes[1]?.data).toEqual({});
  });
});

describe("edges", () => {
  test("go with the node that is removed", () => {
    fc.assert(
      fc.property(flows, fc.nat(20), (flow, pick) => {
        open(flow);
        const id = flow.nodes[pick % flow.nodes.length]?.id ?? "";
        now().select({ nodes: [id] });
        now().removeSelection();
        const { nodes, edges } = now().document;
        expect(nodes.map((each) => each.id)).toEqual(flow.nodes.map((each) => each.id).filter((each) => each !== id));
        expect(edges).toEqual(flow.edges.filter((edge) => edge.source !== id && edge.target !== id));
      }),
    );
  });

  test("a way leads to one node: drawn again, it leads to the other", () => {
    open(SMALL);
    expect(now().connect({ source: "n1", handle: "default", target: "n3" })).toBe("e1");
    expect(now().document.edges).toHaveLength(2);
    expect(now().document.edges[0]).toEqual({ id: "e1", source: "n1", target: "n3" });
  });

  test("another way gets an edge of its own, by the document's word", () => {
    open(SMALL);
    const id = now().connect({ source: "n2", handle: "timeout", target: "n2" });
    expect(now().document.edges.find((edge) => edge.id === id)).toEqual({
      id,
      source: "n2",
      target: "n2",
      source_handle: "timeout",
    });
  });

  test("nothing leads into the start, and nothing out of nowhere", () => {
    open(SMALL);
    expect(now().connect({ source: "n2", handle: "default", target: "n1" })).toBeNull();
    expect(now().connect({ source: "nobody", handle: "default", target: "n2" })).toBeNull();
    expect(now().document.edges).toEqual(SMALL.edges);
  });

  test("edges with conditions lie beside the one without; losing the condition, an edge takes its place", () => {
    open(SMALL);
    now().changeEdge("e2", { condition: "response == 'a'" });
    const plain = now().connect({ source: "n2", handle: "default", target: "n2" });
    expect(now().document.edges.map((edge) => edge.id)).toEqual(["e1", "e2", plain]);
    now().raiseEdge(plain ?? "");
    expect(now().document.edges.map((edge) => edge.id)).toEqual(["e1", plain, "e2"]);
    now().changeEdge("e2", { condition: "" });
    expect(now().document.edges).toEqual(SMALL.edges);
  });
});

test("a flow has one start", () => {
  open(SMALL);
  expect(now().addNode("start", { x: 0, y: 0 })).toBeNull();
  expect(now().document.nodes).toHaveLength(3);
});

test("the entry is where the start leads, and a start is made where there is none", () => {
  open({ nodes: [node("n2", "message"), node("n3", "end", 400)], edges: [] });
  now().setEntry("n3");
  const start = now().document.nodes.find((each) => each.type === "start");
  expect(now().document.edges).toEqual([{ id: "e1", source: start?.id, target: "n3" }]);
});

test("only what the server does not have is unsaved", () => {
  open(SMALL);
  expect(isDirty(now())).toBe(false);
  now().renameNode("n2", "Olá");
  const sent = { document: now().document, about: now().about };
  now().renameNode("n2", "Olá!");
  now().markSaved(sent, 2);
  expect(isDirty(now())).toBe(true);
  now().renameNode("n2", "Olá");
  now().markSaved({ document: now().document, about: now().about }, 3);
  expect([isDirty(now()), now().version]).toEqual([false, 3]);
});

test("cards that hide each other are arranged on opening, which is no change of anybody's", () => {
  open({ nodes: [node("n1", "start"), node("n2", "message")], edges: [{ id: "e1", source: "n1", target: "n2" }] });
  const [start, next] = now().document.nodes;
  expect((next?.position.x ?? 0) - (start?.position.x ?? 0)).toBeGreaterThan(264);
  expect(isDirty(now())).toBe(false);
});

test("a version that was restored can be undone", () => {
  open(SMALL);
  now().replaceDocument(view({ nodes: [node("n1", "start")], edges: [] }, 7));
  expect([now().document.nodes.length, now().version, isDirty(now())]).toEqual([1, 7, false]);
  undo();
  expect([now().document.nodes.length, isDirty(now())]).toEqual([3, true]);
});

test("a version that was restored is arranged like one that is opened", () => {
  open(SMALL);
  now().replaceDocument(view({ nodes: [node("n1", "start"), node("n2", "message")], edges: [] }, 7));
  const [one, other] = now().document.nodes;
  expect(one?.position).not.toEqual(other?.position);
  expect(isDirty(now())).toBe(false);
});

test("the node that is changed is the only one that is another afterwards", () => {
  open(SMALL);
  const before = now().document;
  now().updateNode("n2", { text: "a" });
  now().moveNodes(new Map([["n3", { x: 900, y: 0 }]]));
  expect(now().document.nodes.map((each, index) => each === before.nodes[index])).toEqual([true, false, false]);
  expect(now().document.edges).toBe(before.edges);
});
