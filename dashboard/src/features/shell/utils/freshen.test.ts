import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { freshen } from "./freshen";

const shown = (client: QueryClient, queryKey: unknown[], queryFn: () => Promise<string>) =>
  new QueryObserver(client, { queryKey, queryFn, staleTime: Infinity }).subscribe(() => undefined);

test("reads again what was read before anybody told of changes", async () => {
  const client = new QueryClient();
  const read = vi.fn().mockResolvedValueOnce("before").mockResolvedValueOnce("after");
  shown(client, ["conversations", "list", {}], read);
  await vi.waitFor(() => expect(client.getQueryData(["conversations", "list", {}])).toBe("before"));

  freshen(client);

  await vi.waitFor(() => expect(client.getQueryData(["conversations", "list", {}])).toBe("after"));
});

test("reads again what was on its way: its answer may be from before", async () => {
  const client = new QueryClient();
  let answer: (text: string) => void = () => undefined;
  const read = vi
    .fn()
    .mockImplementationOnce(() => new Promise<string>((resolve) => (answer = resolve)))
    .mockResolvedValueOnce("after");
  shown(client, ["messages", "list", {}], read);
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));

  freshen(client);
  answer("before");

  await vi.waitFor(() => expect(client.getQueryData(["messages", "list", {}])).toBe("after"));
  expect(read).toHaveBeenCalledTimes(2);
});

test("leaves alone what no event tells of", async () => {
  const client = new QueryClient();
  const read = vi.fn().mockResolvedValue("me");
  shown(client, ["me"], read);
  await vi.waitFor(() => expect(client.getQueryData(["me"])).toBe("me"));

  freshen(client);

  await Promise.resolve();
  expect(read).toHaveBeenCalledTimes(1);
});
