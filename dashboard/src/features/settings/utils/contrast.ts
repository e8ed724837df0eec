/** What WCAG 2.2 asks of text of ordinary size (AA). */
export const ENOUGH = 4.5;

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

function luminance(colour: string): number {
  const channel = (from: number) => linear(Number.parseInt(colour.slice(from, from + 2), 16) / 255);
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Whether a text is a colour as the API takes them: `#0f766e`. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** How well two colours can be told apart, from 1 (not at all) to 21; 1 for what is no colour. */
export function contrastOf(one: string, other: string): number {
  if (!isColour(one) || !isColour(other)) return 1;
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever is read better on a colour. */
export function textOn(colour: string): "#000000" | "#ffffff" {
  return contrastOf(colour, "#ffffff") >= contrastOf(colour, "#000000") ? "#ffffff" : "#000000";
}
