import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { uploadWithProgress } from "@/api/media/upload-with-progress";
import { ApiError } from "@/lib/api-error";
import { formatBytes } from "@/lib/format";
import { useAttachmentStore, type Attachment } from "../stores/attachments";
import { checkFile } from "../utils/attachments";

const NONE: readonly Attachment[] = [];
/** As many as fit on the screen, and as fast as a thread should grow. */
const MOST = 10;
const uploads = new Map<string, AbortController>();

async function upload(conversationId: string, { id, file, kind }: Attachment): Promise<void> {
  const { change } = useAttachmentStore.getState();
  const ending = new AbortController();
  uploads.set(id, ending);
  change(conversationId, id, { state: "uploading", progress: 0, error: undefined });
  try {
    const onProgress = (progress: number) => change(conversationId, id, { progress });
    const media = await uploadWithProgress({ file, name: file.name, kind, key: id, signal: ending.signal, onProgress });
    change(conversationId, id, { state: "ready", progress: 1, mediaId: media.id });
  } catch (error) {
    const message = error instanceof ApiError ? error.message : String(error);
    if (!ending.signal.aborted) change(conversationId, id, { state: "failed", error: message });
  } finally {
    uploads.delete(id);
  }
}

/** The files put to a conversation's next message: taken in, checked, brought to the server, and taken away again. */
export function useAttachments(conversationId: string) {
  const { t } = useTranslation("inbox");
  const items = useAttachmentStore((state) => state.items[conversationId] ?? NONE);

  const take = useCallback(
    (files: Iterable<File>) => {
      const { add, items: held } = useAttachmentStore.getState();
      let room = MOST - (held[conversationId]?.length ?? 0);
      for (const file of files) {
        const checked = checkFile(file);
        if (checked.problem) {
          const limit = checked.problem === "size" ? formatBytes(checked.limit) : "";
          toast.error(file.name, { description: t(`composer.attachments.problems.${checked.problem}`, { limit }) });
        } else if (room <= 0) {
          toast.error(file.name, { description: t("composer.attachments.problems.many", { count: MOST }) });
        } else {
          room -= 1;
          const isShown = checked.kind === "image" || checked.kind === "video";
          const previewUrl = isShown ? URL.createObjectURL(file) : undefined;
          const { kind } = checked;
          const item = {
            id: crypto.randomUUID(),
            file,
            kind,
            caption: "",
            previewUrl,
            state: "uploading",
            progress: 0,
          } as const;
          add(conversationId, item);
          void upload(conversationId, item);
        }
      }
    },
    [conversationId, t],
  );

  const drop = useCallback(
    (id: string) => {
      uploads.get(id)?.abort();
      const { items: held, remove } = useAttachmentStore.getState();
      const url = held[conversationId]?.find((one) => one.id === id)?.previewUrl;
      if (url) URL.revokeObjectURL(url);
      remove(conversationId, [id]);
    },
    [conversationId],
  );

  return {
    items,
    take,
    drop,
    retry: (item: Attachment) => void upload(conversationId, item),
    describe: (id: string, caption: string) => useAttachmentStore.getState().change(conversationId, id, { caption }),
    /** They left as messages, which show their pictures from now on. */
    release: (ids: readonly string[]) => useAttachmentStore.getState().remove(conversationId, ids),
  };
}

export type Attachments = ReturnType<typeof useAttachments>;
