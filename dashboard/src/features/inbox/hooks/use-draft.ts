import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useMe } from "@/api/me/get-me";
import { draftQuery } from "../api/get-draft";
import { keepDraft } from "../api/keep-draft";
import { draftKey, draftOf, useDrafts, type Mode } from "../stores/drafts";

/** The server is told this long after the last letter. */
const REST_MS = 1_200;
const LONGEST = 4_096;
/** Equal to no draft: the next letter tells the server again. */
const UNSURE = "\u0000";

/** What one is writing in a conversation: at once in this browser, and soon after on the server for one's other machines.
 *
 * Notes stay in this browser: the server keeps one draft a conversation, and that is the answer.
 */
export function useDraft(conversationId: string, replyTo: string | null) {
  const client = useQueryClient();
  const key = draftKey(useMe().id, conversationId);
  const draft = useDrafts((state) => draftOf(state.drafts, key));
  const write = useDrafts((state) => state.write);
  const takeServers = useDrafts((state) => state.takeServers);
  const onServer = useRef<string | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const read = client.fetchQuery(draftQuery(conversationId));
    read.then(
      (kept) => {
        if (!isCurrent) return;
        onServer.current = kept.body;
        takeServers(key, kept);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
      onServer.current = null;
    };
  }, [client, conversationId, key, takeServers]);

  useEffect(() => {
    const body = draft.reply.slice(0, LONGEST);
    const tell = () => {
      if (onServer.current === null || onServer.current === body) return;
      onServer.current = body;
      void keepDraft(conversationId, { body, reply_to: replyTo }).catch(() => {
        onServer.current = UNSURE;
      });
    };
    const timer = setTimeout(tell, REST_MS);
    return () => clearTimeout(timer);
  }, [conversationId, draft.reply, replyTo]);

  return {
    draft,
    setText: (text: string) => write(key, draft.mode === "reply" ? { reply: text } : { note: text }),
    setMode: (mode: Mode) => write(key, { mode }),
    clearReply: () => write(key, { reply: "" }),
    clearNote: () => write(key, { note: "" }),
  };
}
