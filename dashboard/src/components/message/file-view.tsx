import { AudioPlayer } from "./audio-player";
import { fileOf, type MessageContent } from "./content";
import { DocumentCard } from "./document-card";
import { LinkedFile } from "./linked-file";
import { Picture } from "./picture";
import type { FileFacts } from "./use-file";

type Props = {
  file: NonNullable<ReturnType<typeof fileOf>>;
  shown?: FileFacts | null;
  previewUrl?: string;
  onOpen?: () => void;
};

/** The file of a message, by its kind. */
export function FileView({ file, shown, previewUrl, onOpen }: Props) {
  const { media_id: mediaId, link } = file;
  if (!mediaId && link && !previewUrl) return <LinkedFile kind={file.type} link={link} />;
  const given = { mediaId, shown, previewUrl };
  if (file.type === "audio" || file.type === "voice") return <AudioPlayer kind={file.type} {...given} />;
  if (file.type === "document")
    return (
      <DocumentCard mediaId={mediaId} shown={shown} filename={file.filename} isSending={previewUrl !== undefined} />
    );
  const caption = "caption" in file ? file.caption : null;
  return <Picture kind={file.type} {...given} caption={caption} onOpen={onOpen} />;
}

/** Whether a message has a file that the viewer can show in full. */
export function isViewable(content: MessageContent): boolean {
  const file = fileOf(content);
  return !!file?.media_id && (file.type === "image" || file.type === "video");
}
