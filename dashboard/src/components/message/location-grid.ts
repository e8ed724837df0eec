/** A line of the net: where it is in the picture, and which degree it is. */
export type GridLine = { at: number; label: string };

/** A hundredth of a degree is about a kilometre: one step of the net. */
const STEP = 0.01;
const STEP_PX = 70;

const labelOf = (value: number, [plus, minus]: readonly [string, string]): string =>
  `${Math.abs(value).toFixed(2)}° ${value < 0 ? minus : plus}`;

function linesOf(
  centre: number,
  size: number,
  { sign, ends }: { sign: 1 | -1; ends: readonly [string, string] },
): GridLine[] {
  const first = Math.ceil((centre - ((size / 2) * STEP) / STEP_PX) / STEP);
  const last = Math.floor((centre + ((size / 2) * STEP) / STEP_PX) / STEP);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const value = (first + index) * STEP;
    return { at: size / 2 + ((value - centre) / STEP) * STEP_PX * sign, label: labelOf(value, ends) };
  });
}

/** The net of degrees around a place, for a picture of that size with the place in its middle. */
export function gridOf(
  latitude: number,
  longitude: number,
  { width, height }: { width: number; height: number },
): { meridians: GridLine[]; parallels: GridLine[] } {
  return {
    meridians: linesOf(longitude, width, { sign: 1, ends: ["E", "W"] }),
    parallels: linesOf(latitude, height, { sign: -1, ends: ["N", "S"] }),
  };
}
