/** As late as it may be: a page that is never idle must come to it too. */
const LATEST_MS = 2_000;

/** Does something once the browser has nothing better to do; gives what calls it off. */
export function whenIdle(work: () => void): () => void {
  // Safari has no such callback.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, 200);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(work, { timeout: LATEST_MS });
  return () => window.cancelIdleCallback(handle);
}
