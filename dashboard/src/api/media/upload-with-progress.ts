import type { Schema } from "@/api/types";
import { ApiError, apiErrorOf } from "@/lib/api-error";
import { currentLanguage } from "@/lib/language";
import { accessToken } from "@/lib/session";

type Given = {
  file: Blob;
  name: string;
  kind: Schema<"MediaKind">;
  key: string;
  signal: AbortSignal;
  /** Told how much of the file has left, from 0 to 1. */
  onProgress: (share: number) => void;
};

const ADDRESS = "/api/v1/media";
/** Larger files cannot be sent twice under one key. */
const LARGEST_WITH_KEY = 3_000_000;

/** Brings a file that is to be sent, telling how far it is: `fetch` cannot. Throws `ApiError`, or `AbortError` when ended. */
export async function uploadWithProgress(given: Given): Promise<Schema<"MediaView">> {
  const token = await accessToken().catch(() => null);
  const request = new XMLHttpRequest();
  request.open("POST", `${ADDRESS}?kind=${given.kind}`);
  request.setRequestHeader("accept-language", currentLanguage());
  if (token) request.setRequestHeader("authorization", `Bearer ${token}`);
  if (given.file.size < LARGEST_WITH_KEY) request.setRequestHeader("Idempotency-Key", given.key);
  request.upload.onprogress = ({ loaded, total }) => given.onProgress(total ? loaded / total : 0);
  const form = new FormData();
  form.append("file", given.file, given.name);
  return answerTo(request, form, given.signal);
}

function answerTo(request: XMLHttpRequest, form: FormData, signal: AbortSignal): Promise<Schema<"MediaView">> {
  return new Promise((resolve, reject) => {
    const abort = () => request.abort();
    signal.addEventListener("abort", abort);
    request.onloadend = () => signal.removeEventListener("abort", abort);
    request.onabort = () => reject(new DOMException("The upload was ended.", "AbortError"));
    request.onerror = () => reject(new ApiError({ status: 0, code: "NETWORK", message: networkMessage() }));
    request.onload = () => {
      const body = parsed(request.responseText);
      const headers = { "retry-after": request.getResponseHeader("retry-after") ?? "" };
      if (request.status >= 200 && request.status < 300) resolve(body as Schema<"MediaView">);
      else reject(apiErrorOf(body, new Response(null, { status: request.status, headers })));
    };
    if (signal.aborted) request.onabort(new ProgressEvent("abort"));
    else request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function networkMessage(): string {
  return currentLanguage() === "en"
    ? "The server cannot be reached. Check your connection and try again."
    : "Não foi possível falar com o servidor. Verifique sua conexão e tente de novo.";
}
