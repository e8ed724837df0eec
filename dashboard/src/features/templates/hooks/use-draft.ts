import { useCallback, useMemo, useState } from "react";
import { ApiError } from "@/lib/api-error";
import { errorText } from "@/lib/error-text";
import type { Draft } from "../utils/draft";
import type { Finding } from "../utils/finding";
import { placed } from "../utils/places";
import { findingsOf } from "../utils/rules";

/** What is only not there yet: said once somebody tries to send it. */
const PATIENT = ["missing", "example", "sample", "flow"];

const rootOf = (place: string): string => place.split(".")[0] ?? place;

/** A draft that is edited, with what is wrong with it: by Meta's rules, and by what the API said of the last try. */
export function useDraft(first: Draft) {
  const [draft, setDraft] = useState(first);
  const [isTried, setTried] = useState(false);
  const [told, setTold] = useState<Record<string, string>>({});
  const findings = useMemo(() => findingsOf(draft), [draft]);
  const shown = useMemo(() => findings.filter((one) => isTried || !PATIENT.includes(one.key)), [findings, isTried]);

  const set = useCallback((changes: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...changes }));
    const changed = Object.keys(changes);
    setTold((now) => Object.fromEntries(Object.entries(now).filter(([place]) => !changed.includes(rootOf(place)))));
  }, []);
  const findingsAt = (place: string): Finding[] => shown.filter((one) => one.at === place);

  /** Puts what the API said on its places; gives what has none, to be said aloud. */
  const refuse = (error: unknown): string | null => {
    if (!(error instanceof ApiError) || !error.details.length) return errorText(error);
    const places = placed(error.details, draft);
    setTold(places);
    const words = Object.entries(places).filter(([place]) => place.includes("provider") || place === "");
    return words.length ? words.map(([, message]) => message).join(" ") : error.message;
  };
  const isReady = !findings.some((one) => one.level === "error");
  return {
    draft,
    set,
    findingsAt,
    toldAt: (place: string) => told[place],
    refuse,
    isReady,
    isChanged: JSON.stringify(draft) !== JSON.stringify(first),
    tryIt: () => setTried(true),
  };
}
