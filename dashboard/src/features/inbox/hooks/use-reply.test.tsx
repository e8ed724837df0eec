import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { useOutgoing } from "../stores/outgoing";
import type { Attachments } from "./use-attachments";
import { useReply } from "./use-reply";

const NO_FILES = { items: [], release: () => undefined } as unknown as Attachments;
const PICTURE = { type: "image", media_id: "m", caption: "Look" } as const;

test("a canned response that is more than words goes before what is written, and both are gone then", () => {
  useOutgoing.setState({ items: [] });
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const onSent = vi.fn();
  const given = { conversationId: "c", text: "Oi", replyTo: null, attachments: NO_FILES, onSent };
  const { result } = renderHook(() => useReply(given), { wrapper });

  act(() => result.current.setPrepared(PICTURE));
  expect(result.current.canSend).toBe(true);
  act(() => result.current.sendAll());

  expect(useOutgoing.getState().items.map(({ content }) => content.type)).toEqual(["image", "text"]);
  expect(result.current.prepared).toBeNull();
  expect(onSent).toHaveBeenCalledOnce();
  useOutgoing.setState({ items: [] });
});
