const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox\/|FxiOS/, "Firefox"],
  [/Chrome\/|CriOS|Chromium/, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** What a session was opened with, as people call it. Programs are called by their first word. */
export type Device = { browser: string | null; system: string | null; isPhone: boolean };

/** Reads a browser's name for itself. */
export function deviceOf(userAgent: string | null): Device {
  const find = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(userAgent ?? ""))?.[1] ?? null;
  const program = userAgent?.split(/[/\s]/)[0] || null;
  return {
    browser: find(BROWSERS) ?? program,
    system: find(SYSTEMS),
    isPhone: /Mobi|Android|iPhone/.test(userAgent ?? ""),
  };
}
