/** Why a file is not sent to the server at all. */
export type FileProblem = "too_big" | "no_json";

/** Larger files are refused by the server too. */
export const MAX_FILE_BYTES = 5_000_000;

/** Reads a dropped file; what it means is the server's to say. */
export async function readFlowFile(file: File): Promise<{ content: unknown } | { problem: FileProblem }> {
  if (file.size > MAX_FILE_BYTES) return { problem: "too_big" };
  try {
    const content = JSON.parse(await file.text()) as unknown;
    return typeof content === "object" && content !== null ? { content } : { problem: "no_json" };
  } catch {
    return { problem: "no_json" };
  }
}
