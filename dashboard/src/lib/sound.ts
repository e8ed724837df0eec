let context: AudioContext | null = null;

/** Two soft notes, made here: there is no file to fetch. */
const NOTES = [
  { at: 0, hertz: 660 },
  { at: 0.12, hertz: 880 },
] as const;
const LENGTH_S = 0.22;
const LOUDNESS = 0.12;
/** News that come together ring once. */
const PAUSE_MS = 1_500;
let rangAt = 0;

/** Rings softly. Browsers allow it once somebody has pressed something; before, it does nothing. */
export async function ring(): Promise<void> {
  if (Date.now() - rangAt < PAUSE_MS || !("AudioContext" in globalThis)) return;
  rangAt = Date.now();
  context ??= new AudioContext();
  if (context.state === "suspended")
    await Promise.race([context.resume(), new Promise((done) => setTimeout(done, 300))]);
  if (context.state === "running") for (const note of NOTES) play(context, note);
}

function play(on: AudioContext, { at, hertz }: (typeof NOTES)[number]): void {
  const [start, tone, loudness] = [on.currentTime + at, on.createOscillator(), on.createGain()];
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH_S);
  tone.connect(loudness).connect(on.destination);
  tone.start(start);
  tone.stop(start + LENGTH_S);
}
