import type { FlowDocument, Point } from "./document";

/** Where nodes were and where they are now, by their ids. */
export type Moves = ReadonlyMap<string, { from: Point; to: Point }>;

/** Which nodes of both documents are drawn elsewhere in the second. */
export function movesBetween(before: FlowDocument, after: FlowDocument): Moves {
  const places = new Map(before.nodes.map((node) => [node.id, node.position]));
  return new Map(
    after.nodes.flatMap(({ id, position }) => {
      const from = places.get(id);
      return from && !isSamePlace(from, position) ? [[id, { from, to: position }] as const] : [];
    }),
  );
}

/** The document after the moves, but for nodes that were moved elsewhere in it: those stay. */
export function withMoves(document: FlowDocument, moves: Moves): FlowDocument {
  const isMoved = ({ id, position }: FlowDocument["nodes"][number]) => {
    const move = moves.get(id);
    return move !== undefined && isSamePlace(move.from, position);
  };
  if (!document.nodes.some(isMoved)) return document;
  const nodes = document.nodes.map((node) =>
    isMoved(node) ? { ...node, position: moves.get(node.id)?.to ?? node.position } : node,
  );
  return { ...document, nodes };
}

const isSamePlace = (one: Point, other: Point): boolean => one.x === other.x && one.y === other.y;
