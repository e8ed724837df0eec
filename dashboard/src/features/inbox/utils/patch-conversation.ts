import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Page, Schema } from "@/api/types";

export type Conversation = Schema<"ConversationRow">;

const isPatched = (row: Conversation, id: string, patch: Partial<Conversation>) =>
  row.id === id && Object.entries(patch).some(([key, value]) => row[key as keyof Conversation] !== value);

/** Changes what is known of one conversation wherever it is shown: its own page, and every list that has it. */
export function patchConversation(client: QueryClient, id: string, patch: Partial<Conversation>): void {
  client.setQueryData<Conversation>(["conversations", id], (row) => row && { ...row, ...patch });
  client.setQueriesData<InfiniteData<Page<Conversation>>>({ queryKey: ["conversations", "list"] }, (data) => {
    if (!data?.pages?.some((page) => page.items.some((row) => isPatched(row, id, patch)))) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((row) => (row.id === id ? { ...row, ...patch } : row)),
    }));
    return { ...data, pages };
  });
}

/** What is known of a conversation now, of the fields that a patch would change: for taking the patch back. */
export function knownBefore(client: QueryClient, id: string, patch: Partial<Conversation>): Partial<Conversation> {
  const row = client.getQueryData<Conversation>(["conversations", id]) ?? inLists(client, id);
  if (!row) return {};
  return Object.fromEntries(Object.keys(patch).map((key) => [key, row[key as keyof Conversation]]));
}

function inLists(client: QueryClient, id: string): Conversation | undefined {
  const lists = client.getQueriesData<InfiniteData<Page<Conversation>>>({ queryKey: ["conversations", "list"] });
  for (const [, data] of lists)
    for (const page of data?.pages ?? []) {
      const found = page.items.find((row) => row.id === id);
      if (found) return found;
    }
  return undefined;
}
