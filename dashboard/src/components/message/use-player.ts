import { useState, type RefObject } from "react";
import { create } from "zustand";

const RATES = [1, 1.5, 2] as const;

/** How fast voices are played, everywhere until the page is closed. */
export const useRate = create<{ rate: number; next: () => void }>((set) => ({
  rate: 1,
  next: () => set(({ rate }) => ({ rate: RATES[(RATES.findIndex((one) => one === rate) + 1) % RATES.length] ?? 1 })),
}));

/** What plays now: one voice at a time. */
let playing: HTMLAudioElement | null = null;

export type Player = {
  isPlaying: boolean;
  isLoading: boolean;
  hasFailed: boolean;
  at: number;
  duration: number | null;
  toggle: () => Promise<void>;
  seek: (seconds: number) => void;
  events: React.AudioHTMLAttributes<HTMLAudioElement>;
};

/** Plays a sound whose address is fetched only when somebody wants to hear it. */
export function usePlayer(ref: RefObject<HTMLAudioElement | null>, address: () => Promise<string | null>): Player {
  const [state, setState] = useState<"idle" | "loading" | "playing" | "failed">("idle");
  const [at, setAt] = useState(0);
  const [duration, setDuration] = useState<number | null>(null);

  const play = async (audio: HTMLAudioElement): Promise<void> => {
    setState("loading");
    try {
      if (!audio.src) audio.src = (await address()) ?? "";
      if (playing !== audio) playing?.pause();
      playing = audio;
      audio.playbackRate = useRate.getState().rate;
      await audio.play();
    } catch {
      setState("failed");
      audio.removeAttribute("src");
    }
  };

  return {
    isPlaying: state === "playing",
    isLoading: state === "loading",
    hasFailed: state === "failed",
    at,
    duration,
    toggle: async () => {
      const audio = ref.current;
      if (!audio) return;
      if (audio.paused) await play(audio);
      else audio.pause();
    },
    seek: (seconds) => {
      setAt(seconds);
      if (ref.current?.src) ref.current.currentTime = seconds;
    },
    events: {
      onPlaying: () => setState("playing"),
      onPause: () => setState("idle"),
      onEnded: () => {
        setState("idle");
        setAt(0);
      },
      onTimeUpdate: (event) => setAt(event.currentTarget.currentTime),
      onLoadedMetadata: (event) => {
        const length = event.currentTarget.duration;
        if (Number.isFinite(length)) setDuration(length);
        if (at) event.currentTarget.currentTime = at;
      },
    },
  };
}
