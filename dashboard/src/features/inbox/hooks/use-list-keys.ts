import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { conversationsQuery } from "@/api/conversations/list-conversations";
import { useCommands } from "@/hooks/use-commands";
import { useShortcut } from "@/hooks/use-shortcut";
import { rowsOf } from "../utils/conversation-cache";
import { queryOf, withFilters } from "../utils/filters";
import { neighbourOf } from "../utils/neighbour";
import { isDialogOpen } from "../utils/is-dialog-open";

/** Keys for the list of conversations: the next and the one before, searching, only the unread ones. */
export function useListKeys(openId: string | undefined): void {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const group = t("keys.group");

  const go = (step: 1 | -1) => () => {
    if (isDialogOpen()) return;
    const data = client.getQueryData(conversationsQuery(queryOf(params)).queryKey);
    const id = neighbourOf(
      rowsOf(data).map((row) => row.id),
      openId,
      step,
    );
    if (id) void navigate({ pathname: `/inbox/${id}`, search: params.toString() });
  };
  const search = () => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus();
  const unread = () =>
    setParams(withFilters(params, { unread: params.get("unread") === "true" ? null : "true" }), { replace: true });

  useShortcut("j", go(1), { label: t("keys.next"), group });
  useShortcut("k", go(-1), { label: t("keys.previous"), group });
  useShortcut("alt+ArrowDown", go(1), { inFields: true });
  useShortcut("alt+ArrowUp", go(-1), { inFields: true });
  useShortcut("/", search, { label: t("keys.search"), group });
  useShortcut("u", unread, { label: t("keys.unread"), group });
  useCommands([
    { id: "inbox.next", label: t("keys.next"), shortcut: "j", group, run: go(1) },
    { id: "inbox.previous", label: t("keys.previous"), shortcut: "k", group, run: go(-1) },
    { id: "inbox.unread", label: t("keys.unread"), shortcut: "u", group, run: unread },
  ]);
}
