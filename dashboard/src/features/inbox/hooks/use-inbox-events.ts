import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { contentOf, fileOf } from "@/components/message/content";
import { useMe } from "@/api/me/get-me";
import { agentsQuery } from "@/api/users/list-agents";
import { realtime, useRealtimeStatus, type Frame } from "@/lib/realtime";
import { filesQuery } from "../api/list-files";
import { usePresence } from "../stores/presence";
import { changeThread, showMessage } from "../utils/apply-event";
import { dataOf, type InboxData, type InboxFrameType } from "../utils/frames";
import { applyStatus, applyUpdate, mediaIdOf, rowOfReceived, rowOfSent } from "../utils/message-cache";
import { News } from "../utils/news";

/** A typing signal lapses after ten seconds unless it is said again. */
const TYPING_MS = 10_000;
const CHANNELS = ["messages", "conversations", "agents"];

type Scene = { client: QueryClient; news: News; myId: string };
type Handlers = { [Type in InboxFrameType]: (told: InboxData<Type>, frame: Frame, scene: Scene) => void };

const retell = (client: QueryClient, id: string, parts: readonly string[]): void => {
  for (const part of parts) void client.invalidateQueries({ queryKey: ["conversations", id, part] });
};

/** Of which parts of a conversation's story an update makes news: what somebody has read is no part of it. */
const partsOf = (reason: string | null | undefined): readonly string[] => {
  if (reason === "read") return [];
  return reason === "noted" ? ["timeline", "notes"] : ["timeline"];
};

const touch = ({ conversation_id: id }: { conversation_id: string }, _frame: Frame, { client, news }: Scene): void => {
  news.touchRow(id);
  retell(client, id, ["timeline", "notes"]);
};

const hasFile = (content: unknown): boolean => fileOf(contentOf(content)) !== null;

const readFiles = (client: QueryClient, id: string): void =>
  void client.invalidateQueries({ queryKey: filesQuery(id).queryKey });

const HANDLERS: Handlers = {
  message_received: (told, { at }, { client, news }) => {
    showMessage(client, told.conversation_id, rowOfReceived(told, at ?? told.sent_at));
    if (hasFile(told.content)) readFiles(client, told.conversation_id);
    news.touchThread(told.conversation_id);
    news.touchRow(told.conversation_id);
  },
  message_sent: (told, { at }, { client, news }) => {
    showMessage(client, told.conversation_id, rowOfSent(told, at ?? new Date().toISOString()));
    if (hasFile(told.content)) readFiles(client, told.conversation_id);
    news.touchThread(told.conversation_id);
    news.touchRow(told.conversation_id);
  },
  message_status: (told, _frame, { client }) =>
    changeThread(client, told.conversation_id, (data) => applyStatus(data, told)),
  message_updated: (told, _frame, { client, news }) => {
    changeThread(client, told.conversation_id, (data) => applyUpdate(data, told));
    news.touchThread(told.conversation_id);
    if (told.change === "media" && told.content)
      void client.invalidateQueries({ queryKey: ["media", mediaIdOf(told.content)] });
    if (told.change === "media" || told.change === "revoke") readFiles(client, told.conversation_id);
  },
  conversation_created: touch,
  conversation_updated: (told, _frame, { client, news }) => {
    news.hearUpdate(told);
    retell(client, told.conversation_id, partsOf(told.reason));
  },
  conversation_assigned: touch,
  conversation_removed: (told, _frame, { news }) => news.drop(told.conversation_id),
  user_typing: (told, _frame, { myId }) => {
    if (told.user_id === myId) return;
    usePresence.getState().setTyping(told.conversation_id, told.user_id, told.on ? Date.now() + TYPING_MS : null);
    setTimeout(() => usePresence.getState().expire(Date.now()), TYPING_MS + 50);
  },
  user_viewing: (told, _frame, { client }) =>
    client.setQueryData(["conversations", told.conversation_id, "viewers"], told),
};

function hear<Type extends InboxFrameType>(type: Type, frame: Frame, scene: Scene): void {
  const told = dataOf(type, frame);
  if (told) HANDLERS[type](told, frame, scene);
}

/** Keeps everything that the inbox shows as it is now: events go into the cache, what they only hint at is fetched, and
 * after a break everything is asked for again. `onGone` is told of a conversation that is no longer ours to see. */
export function useInboxEvents(onGone: (conversationId: string) => void): void {
  const client = useQueryClient();
  const { id: myId } = useMe();
  const tellGone = useEffectEvent(onGone);

  useEffect(() => {
    const news = new News(
      client,
      () => ({ myId, now: Date.now() }),
      (id) => tellGone(id),
    );
    const scene = { client, news, myId };
    const readAgents = () => client.invalidateQueries({ queryKey: agentsQuery.queryKey });
    const ends = CHANNELS.map((channel) => realtime.follow(channel));
    for (const type of Object.keys(HANDLERS) as InboxFrameType[])
      ends.push(realtime.on(type, (frame) => hear(type, frame, scene)));
    ends.push(realtime.on("agent_status", () => void readAgents()));
    ends.push(realtime.on("resync", () => news.refetchAll()));
    ends.push(
      useRealtimeStatus.subscribe(({ status }, before) => {
        if (status !== "live" || before.status !== "away") return;
        news.refetchAll();
        void readAgents();
      }),
    );
    return () => {
      news.stop();
      for (const end of ends) end();
      forgetUnheard(client);
    };
  }, [client, myId]);
}

/** Nobody keeps it fresh from now on: the next visit asks anew. */
function forgetUnheard(client: QueryClient): void {
  for (const kind of ["list", "files"]) client.removeQueries({ queryKey: ["messages", kind] });
  void client.invalidateQueries({ queryKey: ["conversations"], refetchType: "none" });
}
