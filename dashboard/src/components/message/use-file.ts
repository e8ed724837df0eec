import { useQuery, useQueryClient } from "@tanstack/react-query";
import { mediaQuery, type Media } from "@/api/media/get-media";
import type { Schema } from "@/api/types";

/** A file as the message tells of it, and as `GET /media/{id}` does. */
export type FileFacts = Pick<
  Schema<"MediaShown">,
  "state" | "reason" | "mime" | "size" | "filename" | "width" | "height" | "duration_ms"
>;

export type FileOf = {
  facts: FileFacts | undefined;
  /** Addresses for some minutes; not there until asked, or where the file is not stored. */
  media: Media | undefined;
  isError: boolean;
  /** Gives good addresses, fetched anew where the held ones are about to end. */
  fetch: () => Promise<Media>;
};

/** Everything about a message's file. `shown` is what the message says of it, so that nothing jumps when it comes. */
export function useFile(mediaId: string | null | undefined, shown?: FileFacts | null): FileOf {
  const client = useQueryClient();
  const query = useQuery({ ...mediaQuery(mediaId ?? ""), enabled: !!mediaId });
  return {
    facts: query.data ?? shown ?? undefined,
    media: query.data,
    isError: query.isError,
    fetch: () => client.fetchQuery(mediaQuery(mediaId ?? "")),
  };
}

/** Saves a file under its name. */
export async function download(file: FileOf): Promise<void> {
  const { url, filename } = await file.fetch();
  if (!url) return;
  const link = document.createElement("a");
  link.href = url;
  link.download = filename ?? "";
  link.rel = "noopener";
  link.click();
}
