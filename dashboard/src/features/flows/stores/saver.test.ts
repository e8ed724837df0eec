import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test, vi } from "vitest";
import type { Schema } from "@/api/types";
import { useSession } from "@/lib/session";
import type { FlowDocument } from "../utils/document";
import { keptDraft } from "../utils/kept-draft";
import { isDirty, undo, useEditor } from "./editor";
import { followServer, saveDraft, useRefusals } from "./saver";

const DOCUMENT: FlowDocument = {
  name: "Flow",
  nodes: [
    { id: "n1", type: "start", data: {}, position: { x: 0, y: 0 } },
    { id: "n2", type: "message", data: { text: "Oi" }, position: { x: 400, y: 0 } },
  ],
  edges: [{ id: "e1", source: "n1", target: "n2" }],
};
const view = (version: number, document: FlowDocument = DOCUMENT): Schema<"FlowView"> => ({
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
const refusal = (status: number, code: string, details: unknown[] = []) =>
  Response.json({ error: { code, message: code, details, request_id: "r" } }, { status });

type Sent = { method: string; ifMatch: string | null; body: Schema<"UpdateFlowRequest"> | null };
let sent: Sent[] = [];
let answers: (() => Response)[] = [];
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
const now = () => useEditor.getState();

beforeEach(() => {
  localStorage.clear();
  useEditor.setState(useEditor.getInitialState(), true);
  useRefusals.setState({ refusals: [] });
  useSession.setState({ status: "signed-in", accessToken: "token", expiresAt: Date.now() + 3_600_000 });
  [sent, answers] = [[], []];
  vi.stubGlobal("fetch", async (request: Request) => {
    const body = request.method === "PUT" ? ((await request.json()) as Schema<"UpdateFlowRequest">) : null;
    sent.push({ method: request.method, ifMatch: request.headers.get("if-match"), body });
    const answer = answers.shift();
    if (!answer) throw new TypeError("network");
    return answer();
  });
  now().open(view(3));
});

test("a draft is sent for the version that was read, and is saved then", async () => {
  now().updateNode("n2", { text: "Olá" });
  answers = [() => Response.json(view(4, now().document))];
  expect(await saveDraft(client)).toBe(true);
  expect(sent).toMatchObject([{ method: "PUT", ifMatch: '"3"', body: { name: "Flow", document: now().document } }]);
  expect([isDirty(now()), now().version, now().saveState]).toEqual([false, 4, "idle"]);
  expect(await saveDraft(client)).toBe(true);
  expect(sent).toHaveLength(1);
});

test("what is changed while a draft is sent is not taken for saved", async () => {
  now().updateNode("n2", { text: "Olá" });
  answers = [
    () => {
      now().renameNode("n2", "Menu");
      return Response.json(view(4));
    },
  ];
  expect(await saveDraft(client)).toBe(false);
  expect([isDirty(now()), now().version]).toEqual([true, 4]);
});

test("without a connection the draft is kept in this browser", async () => {
  now().updateNode("n2", { text: "Olá" });
  expect(await saveDraft(client)).toBe(false);
  expect(now().saveState).toBe("offline");
  expect(keptDraft("flow")).toMatchObject({ version: 3, document: now().document });
  answers = [() => Response.json(view(4, now().document))];
  await saveDraft(client);
  expect(keptDraft("flow")).toBeNull();
});

test("a race that somebody else won waits for a decision, and nothing more is sent", async () => {
  now().updateNode("n2", { text: "Olá" });
  const theirs = view(5, { ...DOCUMENT, nodes: DOCUMENT.nodes.slice(0, 1), edges: [] });
  answers = [() => refusal(409, "VERSION_CONFLICT"), () => Response.json(theirs)];
  expect(await saveDraft(client)).toBe(false);
  expect([now().saveState, isDirty(now()), now().version]).toEqual(["conflict", true, 3]);
  expect(await saveDraft(client)).toBe(false);
  expect(sent).toHaveLength(2);
});

test("a version that was only counted up is no race", async () => {
  now().updateNode("n2", { text: "Olá" });
  answers = [
    () => refusal(409, "VERSION_CONFLICT"),
    () => Response.json(view(5)),
    () => Response.json(view(6, now().document)),
  ];
  expect(await saveDraft(client)).toBe(true);
  expect(sent.map(({ method, ifMatch }) => [method, ifMatch])).toEqual([
    ["PUT", '"3"'],
    ["GET", null],
    ["PUT", '"5"'],
  ]);
  expect(now().version).toBe(6);
});

const moved = (document: FlowDocument, id: string, x: number): FlowDocument => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === id ? { ...node, position: { x, y: 7 } } : node)),
});
const places = (document: FlowDocument | undefined) => document?.nodes.map((node) => node.position.x);
/** What was sent last, as the server keeps it. */
const taken = (version: number) => () =>
  Response.json(view(version, { ...(sent.at(-1)?.body?.document as FlowDocument) }));

test("nodes that somebody else moved meanwhile stay where they were put, and undoing does not move them back", async () => {
  now().updateNode("n2", { text: "Olá" });
  now().moveNodes(new Map([["n1", { x: -80, y: 0 }]]));
  const theirs = moved(moved(DOCUMENT, "n1", 40), "n2", 600);
  answers = [() => refusal(409, "VERSION_CONFLICT"), () => Response.json(view(5, theirs)), taken(6)];
  expect(await saveDraft(client)).toBe(true);
  expect(places(sent.at(-1)?.body?.document as FlowDocument)).toEqual([-80, 600]);
  expect(now().document.nodes[1]?.data).toEqual({ text: "Olá" });
  undo();
  expect(places(now().document)).toEqual([40, 600]);
});

test("moves alone do not stand against what somebody else wrote meanwhile: both are kept", async () => {
  now().moveNodes(new Map([["n1", { x: -80, y: 0 }]]));
  const theirs = moved(DOCUMENT, "n2", 600);
  const written = { ...theirs, nodes: theirs.nodes.map((node) => ({ ...node, title: "Outro" })) };
  answers = [() => refusal(409, "VERSION_CONFLICT"), () => Response.json(view(5, written)), taken(6)];
  expect(await saveDraft(client)).toBe(true);
  expect(sent.at(-1)).toMatchObject({ ifMatch: '"5"' });
  expect(places(now().document)).toEqual([-80, 600]);
  expect(now().document.nodes.map((node) => node.title)).toEqual(["Outro", "Outro"]);
});

test("nodes that somebody else moved are shown there at once, and nothing is to be saved for it", () => {
  followServer(view(4, moved(DOCUMENT, "n2", 600)));
  expect([places(now().document), isDirty(now()), now().version]).toEqual([[0, 600], false, 4]);
  now().updateNode("n2", { text: "Olá" });
  followServer(view(5, moved(DOCUMENT, "n2", 700)));
  expect([places(now().document), isDirty(now()), now().version]).toEqual([[0, 700], true, 5]);
});

test("what the server does not take is told at its node", async () => {
  now().updateNode("n2", { text: "Olá", retries: 99 });
  answers = [() => refusal(422, "VALIDATION_ERROR", [{ field: "nodes[1].data.retries", message: "at most 10" }])];
  await saveDraft(client);
  expect(now().saveState).toBe("refused");
  expect(useRefusals.getState().refusals).toMatchObject([
    { node: "n2", place: "data.retries", message: "at most 10", severity: "error" },
  ]);
});

test("publishing counts the version up and changes nothing; what others changed is shown unless something is unsaved", () => {
  followServer(view(4));
  expect([now().version, isDirty(now())]).toEqual([4, false]);
  const theirs = { ...DOCUMENT, nodes: DOCUMENT.nodes.map((node) => ({ ...node, title: "Outro" })) };
  followServer(view(5, theirs));
  expect(now().document.nodes[1]?.title).toBe("Outro");
  now().renameNode("n2", "Meu");
  followServer(view(6));
  expect([now().version, now().document.nodes[1]?.title]).toEqual([5, "Meu"]);
});
