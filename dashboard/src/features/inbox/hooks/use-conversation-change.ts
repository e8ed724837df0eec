import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useMe } from "@/api/me/get-me";
import { ApiError } from "@/lib/api-error";
import { applyRow } from "../utils/apply-event";
import { knownBefore, patchConversation, type Conversation } from "../utils/patch-conversation";

type Change<Input> = {
  /** What is asked of the API; its answer is the conversation as it is now. */
  ask: (id: string, input: Input) => Promise<Conversation>;
  /** How the conversation will look when it is done, as far as that is sure. */
  guess?: (input: Input) => Partial<Conversation>;
  /** What is told when it is done. */
  done?: string;
};

/** Changes a conversation: shown at once, taken back and explained where the API refuses it. */
export function useConversationChange<Input = void>(id: string, { ask, guess, done }: Change<Input>) {
  const client = useQueryClient();
  const { t } = useTranslation("inbox");
  const myId = useMe().id;
  return useMutation({
    mutationFn: (input: Input) => ask(id, input),
    onMutate: async (input) => {
      const patch = guess?.(input) ?? {};
      await client.cancelQueries({ queryKey: ["conversations", id], exact: true });
      const before = knownBefore(client, id, patch);
      patchConversation(client, id, patch);
      return { before };
    },
    onSuccess: (row) => {
      const isSure = applyRow(client, row, { myId, now: Date.now() });
      if (!isSure) void client.invalidateQueries({ queryKey: ["conversations", "list"] });
      if (done) toast.success(t(done));
    },
    onError: (error, _input, context) => {
      if (context) patchConversation(client, id, context.before);
      toast.error(t("handling.failed"), { description: error instanceof ApiError ? error.message : undefined });
      void client.invalidateQueries({ queryKey: ["conversations", id], exact: true });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["conversations", id, "timeline"] });
      void client.invalidateQueries({ queryKey: ["conversations", "stats"] });
    },
  });
}
