import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { conversationQuery } from "@/api/conversations/get-conversation";
import { useMay, useMe } from "@/api/me/get-me";
import { contentOf } from "@/components/message/content";
import { previewOf } from "@/components/message/preview";
import { useAlerts } from "@/hooks/use-alerts";
import { formatPhone } from "@/lib/format";
import { realtime, type Frame } from "@/lib/realtime";
import { dataOf } from "../utils/frames";
import { isLookedAt, isTheirs } from "../utils/worth-telling";

const FRESH_MS = 5_000;
/** What was missed while away is read in the list, not rung for one by one. */
const OLDEST_MS = 60_000;

/** Calls the person when a contact writes to them, or a conversation becomes theirs, while they look elsewhere. */
export function useMessageAlerts(): void {
  const client = useQueryClient();
  const { t } = useTranslation("inbox");
  const { t: tMessage } = useTranslation("message");
  const { id: me, notifications } = useMe();
  const may = useMay("conversations:read");
  const { alertPerson } = useAlerts();
  const toldWaiting = useRef(new Set<string>());

  const rowOf = (id: string) => client.fetchQuery({ ...conversationQuery(id), staleTime: FRESH_MS });
  const isNews = (frame: Frame) => frame.at === undefined || Date.now() - Date.parse(frame.at) < OLDEST_MS;

  const onMessage = useEffectEvent(async (frame: Frame) => {
    const told = dataOf("message_received", frame);
    if (!told || notifications.message_received === false || !isNews(frame)) return;
    const id = told.conversation_id;
    if (isLookedAt(id)) return;
    const row = await rowOf(id).catch(() => null);
    if (!row || !isTheirs(row, me) || isLookedAt(id)) return;
    const name = row.contact_name ?? (row.contact_phone ? formatPhone(row.contact_phone) : t("handling.unnamed"));
    const body = previewOf(contentOf(told.content), tMessage);
    alertPerson({ title: t("alerts.message", { name }), body, tag: `message:${id}`, url: `/inbox/${id}` });
  });

  const onAssigned = useEffectEvent(async (frame: Frame) => {
    const told = frame.data as { conversation_id?: string; assigned_to?: string } | undefined;
    const id = told?.conversation_id;
    if (!id || told.assigned_to !== me || notifications.conversation_assigned === false) return;
    if (!isNews(frame) || isLookedAt(id)) return;
    const row = await rowOf(id).catch(() => null);
    if (!row) return;
    const body = row.contact_name ?? row.contact_phone ?? t("handling.unnamed");
    alertPerson({ title: t("alerts.assigned"), body, tag: `assigned:${id}`, url: `/inbox/${id}` });
  });

  const onUpdated = useEffectEvent(async (frame: Frame) => {
    const told = frame.data as { conversation_id?: string; status?: string } | undefined;
    const id = told?.conversation_id;
    if (!id || told.status !== "waiting" || notifications.conversation_waiting === false) return;
    if (!isNews(frame) || isLookedAt(id)) return;
    const row = await rowOf(id).catch(() => null);
    // Each time that a conversation begins to wait is told once, whatever else changes while it does.
    const since = row?.waiting_since;
    if (!row || !since || row.assigned_to !== null || toldWaiting.current.has(`${id} ${since}`)) return;
    toldWaiting.current.add(`${id} ${since}`);
    if (Date.now() - Date.parse(since) > OLDEST_MS) return;
    const body = row.contact_name ?? row.contact_phone ?? t("handling.unnamed");
    alertPerson({ title: t("alerts.waiting"), body, tag: `waiting:${id}`, url: `/inbox/${id}` });
  });

  useEffect(() => {
    if (!may) return;
    const ends = [
      realtime.follow("messages"),
      realtime.follow("conversations"),
      realtime.on("message_received", (frame) => void onMessage(frame)),
      realtime.on("conversation_assigned", (frame) => void onAssigned(frame)),
      realtime.on("conversation_updated", (frame) => void onUpdated(frame)),
    ];
    return () => ends.forEach((end) => end());
  }, [may]);
}
