import { useEffect, useRef } from "react";

const BARS = 24;

/** How loud the microphone hears, as bars that rise and fall: so that one sees that it hears. */
export function LevelMeter({ stream }: { stream: () => MediaStream | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const source = stream();
    const bars = [...(place.current?.children ?? [])].filter((bar) => bar instanceof HTMLElement);
    if (!source || !("AudioContext" in window)) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 256;
    context.createMediaStreamSource(source).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    const levels = new Array<number>(BARS).fill(0);
    const timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      levels.shift();
      levels.push(loudness(samples));
      bars.forEach((bar, at) => (bar.style.transform = `scaleY(${Math.max(0.08, levels[at] ?? 0)})`));
    }, 80);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [stream]);
  return (
    <div ref={place} aria-hidden className="flex h-6 flex-1 items-center gap-0.5 overflow-hidden">
      {Array.from({ length: BARS }, (_, at) => (
        <span
          key={at}
          style={{ transform: "scaleY(0.08)" }}
          className="h-full w-1 shrink-0 origin-center rounded-full bg-primary"
        />
      ))}
    </div>
  );
}

function loudness(samples: Uint8Array): number {
  let sum = 0;
  for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
  return Math.min(1, Math.sqrt(sum / samples.length) * 4);
}
