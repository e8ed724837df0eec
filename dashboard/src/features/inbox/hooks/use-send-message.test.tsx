import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepUnsent } from "../stores/unsent";
import { useOutgoing } from "../stores/outgoing";
import { useSendMessage } from "./use-send-message";

type Sent = { key: string | null; body: unknown };
const TEXT = { type: "text", body: "oi" } as const;
let sent: Sent[] = [];
let answers: (() => Response | Promise<Response>)[] = [];

const queued = (id: string) => () =>
  Response.json({ id, conversation_id: "c1", direction: "outbound", status: "queued", content: TEXT }, { status: 202 });
const refused = () => Response.json({ error: { code: "WINDOW_CLOSED", message: "Send a template." } }, { status: 409 });
const noNetwork = () => Promise.reject(new TypeError("Failed to fetch"));

async function answer(request: Request): Promise<Response> {
  if (request.method !== "POST" || !request.url.endsWith("/messages")) return Response.json({ items: [] });
  sent.push({ key: request.headers.get("idempotency-key"), body: await request.clone().json() });
  const next = answers.shift();
  return next ? next() : Response.error();
}

function useIt() {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(useSendMessage, { wrapper }).result.current;
}

const items = () => useOutgoing.getState().items;

beforeEach(() => {
  sent = [];
  answers = [];
  localStorage.removeItem("pytake.unsent.ana");
  useOutgoing.setState({ items: [] });
  vi.stubGlobal("fetch", (request: Request) => answer(request));
});
afterEach(() => vi.unstubAllGlobals());

describe("a message", () => {
  test("is shown at once, and gone from the outgoing ones when the API has it", async () => {
    answers = [queued("m1")];
    const { send } = useIt();

    const done = send({ conversationId: "c1", content: TEXT });
    expect(items()).toMatchObject([{ conversationId: "c1", status: "sending", content: TEXT }]);
    await act(() => done);

    expect(items()).toEqual([]);
  });

  test("that the network lost stays, and is tried again under the same key", async () => {
    answers = [noNetwork, queued("m1")];
    const { send, retry } = useIt();

    await act(() => send({ conversationId: "c1", content: TEXT }));
    const [failed] = items();
    expect(failed).toMatchObject({ status: "failed", error: { code: "NETWORK" } });
    await act(() => retry(failed!.localId));

    expect(items()).toEqual([]);
    expect(sent.map(({ key }) => key)).toEqual([failed!.localId, failed!.localId]);
  });

  test("that is refused says why", async () => {
    answers = [refused];
    const { send } = useIt();

    await act(() => send({ conversationId: "c1", content: TEXT }));

    expect(items()).toMatchObject([
      { status: "failed", error: { code: "WINDOW_CLOSED", message: "Send a template." } },
    ]);
  });

  test("that was refused is tried anew under another key: under the same the API would only repeat itself", async () => {
    answers = [refused, queued("m1")];
    const { send, retry } = useIt();

    await act(() => send({ conversationId: "c1", content: TEXT }));
    await act(() => retry(items()[0]!.localId));

    expect(items()).toEqual([]);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  });

  test("waits for the one before it, even if that fails", async () => {
    let lose: (error: Error) => void = () => undefined;
    answers = [() => new Promise((_, reject) => (lose = reject)), queued("m2")];
    const { send } = useIt();

    const first = send({ conversationId: "c1", content: TEXT });
    const second = send({ conversationId: "c1", content: { type: "text", body: "depois" } });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    lose(new TypeError("Failed to fetch"));
    await act(() => Promise.all([first, second]));

    expect(sent.map(({ body }) => body)).toMatchObject([{ content: TEXT }, { content: { body: "depois" } }]);
    expect(items()).toMatchObject([{ status: "failed", content: TEXT }]);
  });

  test("that is being sent is not tried a second time", async () => {
    answers = [queued("m1")];
    const { send, retry } = useIt();

    const first = send({ conversationId: "c1", content: TEXT, localId: "k1" });
    await act(() => Promise.all([first, retry("k1")]));

    expect(sent).toHaveLength(1);
  });
});

describe("what is not sent", () => {
  test("comes back after a reload as failed, with the key that it had", async () => {
    answers = [noNetwork, queued("m1")];
    const end = keepUnsent("ana", "Reloaded.");
    const { send, retry } = useIt();
    await act(() => send({ conversationId: "c1", content: TEXT, localId: "k1" }));
    end();
    useOutgoing.setState({ items: [] });

    const endAgain = keepUnsent("ana", "Reloaded.");
    expect(items()).toMatchObject([{ localId: "k1", status: "failed", error: { message: "Reloaded." } }]);
    await act(() => retry("k1"));
    endAgain();

    expect(sent.map(({ key }) => key)).toEqual(["k1", "k1"]);
    expect(localStorage.getItem("pytake.unsent.ana")).toBeNull();
  });

  test("is nobody else's", async () => {
    localStorage.setItem("pytake.unsent.ana", JSON.stringify([{ localId: "k1", conversationId: "c1", content: TEXT }]));

    keepUnsent("bia", "Reloaded.")();

    expect(items()).toEqual([]);
  });

  test("and cannot be read is left out, never an error", () => {
    localStorage.setItem("pytake.unsent.ana", "{broken");

    keepUnsent("ana", "Reloaded.")();

    expect(items()).toEqual([]);
  });
});
