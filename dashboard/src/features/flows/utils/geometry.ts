import type { FlowDocument, FlowEdge, FlowNode, Point } from "./document";
import { isSameList } from "./same-list";
import { countWays, edgesBySource, handlesOf, hasSummary } from "./ways";

/** The measures of a card. They are fixed, so that a layout needs no drawing and is the same everywhere. */
export const CARD = { width: 264, head: 48, summary: 46, way: 26, foot: 8 } as const;
/** The steps in which nodes are moved. */
export const GRID = 20;

export type Size = { width: number; height: number };
export type Box = Point & Size;

const NO_EDGES: readonly FlowEdge[] = [];
const sizes = new WeakMap<FlowNode, { leaving: readonly FlowEdge[]; size: Size }>();

/** How large a node's card is. */
export function sizeOf(node: FlowNode, leaving: readonly FlowEdge[]): Size {
  const known = sizes.get(node);
  if (known && isSameList(known.leaving, leaving)) return known.size;
  const ways = countWays(node, leaving);
  const height = CARD.head + (hasSummary(node) ? CARD.summary : 0) + (ways ? ways * CARD.way + CARD.foot : 0);
  const size = { width: CARD.width, height };
  sizes.set(node, { leaving, size });
  return size;
}

const BORDER = 1;
const HANDLE = 12;

export type HandlePlace = Box & { id: string | null; isTarget: boolean };

/** Where a card's handles are on it: on the left that by which one comes in, on the right one at each way out. */
export function handlePlaces(node: FlowNode, leaving: readonly FlowEdge[]): HandlePlace[] {
  const first = BORDER + CARD.head + (hasSummary(node) ? CARD.summary : 0) + BORDER + CARD.way / 2;
  const ways = handlesOf(node, leaving).map((id, index) =>
    handleAt({ id, isTarget: false, x: CARD.width - BORDER, y: first + index * CARD.way }),
  );
  const target = handleAt({ id: null, isTarget: true, x: BORDER, y: BORDER + CARD.head / 2 });
  return node.type === "start" ? ways : [target, ...ways];
}

function handleAt({ x, y, ...handle }: Point & { id: string | null; isTarget: boolean }): HandlePlace {
  return { ...handle, x: x - HANDLE / 2, y: y - HANDLE / 2, width: HANDLE, height: HANDLE };
}

/** The box of every node, by its id. */
export function boxesOf(document: FlowDocument): Map<string, Box> {
  const leaving = edgesBySource(document.edges);
  return new Map(
    document.nodes.map((node) => [node.id, { ...node.position, ...sizeOf(node, leaving.get(node.id) ?? NO_EDGES) }]),
  );
}

/** The nearest point of the grid. */
export function snapped({ x, y }: Point): Point {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}

/** Whether cards hide each other so much that the drawing says little: one in ten lies on another. */
export function isCrowded(document: FlowDocument): boolean {
  const boxes = [...boxesOf(document).values()];
  const hidden = boxes.filter((box, index) => boxes.some((other, place) => place < index && overlap(box, other)));
  return hidden.length > 0 && hidden.length * 10 >= boxes.length;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** The nearest place at or below `wish` where a card lies on no other. */
export function freePlace(document: FlowDocument, wish: Point, size: Size): Point {
  const boxes = [...boxesOf(document).values()];
  const place = snapped(wish);
  for (let step = 0; step <= boxes.length; step += 1) {
    const hit = boxes.find((box) => overlap({ ...place, ...size }, box));
    if (!hit) break;
    place.y = Math.ceil((hit.y + hit.height + GRID) / GRID) * GRID;
  }
  return place;
}
