import type { Point } from "../../utils/document";

/** Where on the screen something happened, by mouse or finger. */
export function pointOf(event: MouseEvent | TouchEvent): Point {
  const place = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: place?.clientX ?? 0, y: place?.clientY ?? 0 };
}

/** The node whose card lies there; null on the empty canvas. */
export function targetAt({ x, y }: Point): string | null {
  return document.elementFromPoint(x, y)?.closest(".react-flow__node")?.getAttribute("data-id") ?? null;
}
