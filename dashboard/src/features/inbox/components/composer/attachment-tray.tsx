import { FileTextIcon, MusicIcon, RotateCwIcon, XIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import { formatBytes } from "@/lib/format";
import type { Attachments } from "../../hooks/use-attachments";
import type { Attachment } from "../../stores/attachments";
import { takesCaption } from "../../utils/attachments";

const LONGEST_CAPTION = 1_024;

/** The files that go with the next message, each with its picture, its words and how far it is. */
export function AttachmentTray({ attachments }: { attachments: Attachments }) {
  const { t } = useTranslation("inbox");
  if (attachments.items.length === 0) return null;
  return (
    <ul aria-label={t("composer.attachments.title")} className="flex gap-2 overflow-x-auto border-b p-2">
      {attachments.items.map((item) => (
        <li key={item.id} className="w-44 shrink-0 rounded-md border bg-card">
          <Card item={item} attachments={attachments} />
        </li>
      ))}
    </ul>
  );
}

function Card({ item, attachments }: { item: Attachment; attachments: Attachments }) {
  const { t } = useTranslation("inbox");
  const { name, size } = item.file;
  return (
    <div className="grid gap-1 p-1.5">
      <div className="relative">
        <Picture item={item} />
        <Button
          variant="secondary"
          size="icon-sm"
          className="absolute top-1 right-1 size-6"
          aria-label={t("composer.attachments.remove", { name })}
          onClick={() => attachments.drop(item.id)}
        >
          <XIcon aria-hidden />
        </Button>
      </div>
      <p className="truncate text-xs" title={name}>
        {name} <span className="text-muted-foreground">{formatBytes(size)}</span>
      </p>
      <State item={item} onRetry={() => attachments.retry(item)} />
      {takesCaption(item.kind) ? (
        <Input
          className="h-7 text-xs"
          value={item.caption}
          maxLength={LONGEST_CAPTION}
          aria-label={t("composer.attachments.captionOf", { name })}
          placeholder={t("composer.attachments.caption")}
          onChange={(event) => attachments.describe(item.id, event.target.value)}
        />
      ) : null}
    </div>
  );
}

function Picture({ item }: { item: Attachment }) {
  const box = "h-20 w-full rounded bg-muted object-cover";
  if (item.kind === "image" && item.previewUrl) return <img src={item.previewUrl} alt="" className={box} />;
  // A silent still of what was chosen; the film itself is heard in the thread.
  if (item.kind === "video" && item.previewUrl)
    return <video src={item.previewUrl} muted preload="metadata" className={box} />;
  const Icon = item.kind === "audio" ? MusicIcon : FileTextIcon;
  return (
    <div className="flex h-20 items-center justify-center rounded bg-muted">
      <Icon aria-hidden className="size-7 text-muted-foreground" />
    </div>
  );
}

function State({ item, onRetry }: { item: Attachment; onRetry: () => void }) {
  const { t } = useTranslation("inbox");
  if (item.state === "ready") return null;
  if (item.state === "uploading")
    return (
      <Progress
        value={item.progress * 100}
        aria-label={t("composer.attachments.uploading", { name: item.file.name })}
        className="h-1.5"
      />
    );
  return (
    <div role="alert" className="flex items-start gap-1 text-xs text-destructive">
      <span className="min-w-0 flex-1 break-words">{item.error}</span>
      <Button variant="ghost" size="icon-sm" className="size-6" aria-label={t("composer.retry")} onClick={onRetry}>
        <RotateCwIcon aria-hidden />
      </Button>
    </div>
  );
}
