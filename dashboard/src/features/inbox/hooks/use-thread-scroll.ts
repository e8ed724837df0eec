import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { ThreadItem } from "../utils/thread-items";

const HEIGHTS: Record<ThreadItem["kind"], number> = {
  unread: 28,
  message: 64,
  story: 40,
  note: 90,
  outgoing: 64,
};
/** So near to its end a thread follows what is new. */
const END_PX = 80;
/** So near to its beginning older messages are fetched. */
const BEGINNING_PX = 600;

type Older = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

export type ThreadScroll = {
  virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>;
  isAtEnd: boolean;
  /** The newest line when the end was left; what comes after it is new. */
  leftAt: string | null;
  toEnd: () => void;
  onScroll: () => void;
};

/** Draws only what is near; keeps the place when older messages come above, follows the end when one is there. */
export function useThreadScroll(
  box: RefObject<HTMLDivElement | null>,
  items: readonly ThreadItem[],
  older: Older,
): ThreadScroll {
  const [isAtEnd, setAtEnd] = useState(() => beginningOf(items) === "end");
  const [leftAt, setLeftAt] = useState<string | null>(null);
  // The same function for the same lines: a new one has every line's place reckoned anew.
  const keyOf = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => HEIGHTS[items[index]?.kind ?? "message"],
    getItemKey: keyOf,
    overscan: 8,
    anchorTo: "end",
    followOnAppend: "auto",
    scrollEndThreshold: END_PX,
    paddingStart: 12,
    paddingEnd: 12,
    gap: 6,
  });

  const toEnd = useCallback(() => virtualizer.scrollToEnd(), [virtualizer]);
  useBeginning(items, virtualizer);

  const top = useRef(0);
  const look = () => {
    const node = box.current;
    if (!node) return;
    const hasGoneUp = node.scrollTop < top.current;
    top.current = node.scrollTop;
    // What was measured a moment ago is not drawn yet: the drawn height may still be another.
    const height = Math.min(node.scrollHeight, Math.max(virtualizer.getTotalSize(), node.clientHeight));
    const isNear = height - node.scrollTop - node.clientHeight < END_PX;
    if (isNear === isAtEnd || (!isNear && !hasGoneUp)) return;
    setAtEnd(isNear);
    setLeftAt(isNear ? null : (items.at(-1)?.key ?? null));
  };
  useStay(box, { size: virtualizer.getTotalSize(), isAtEnd, toEnd, look });

  const onScroll = () => {
    const node = box.current;
    if (!node) return;
    look();
    if (node.scrollTop < BEGINNING_PX && older.hasNextPage && !older.isFetchingNextPage) void older.fetchNextPage();
  };

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = older;
  useEffect(() => {
    const node = box.current;
    const isNear = node !== null && node.scrollTop < BEGINNING_PX;
    if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [box, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return { virtualizer, isAtEnd, leftAt, toEnd, onScroll };
}

type Staying = { size: number; isAtEnd: boolean; toEnd: () => void; look: () => void };

/** Who is at the end stays there, whatever grows above it or takes room below: notes that come late, the composer. */
function useStay(box: RefObject<HTMLDivElement | null>, { size, isAtEnd, toEnd, look }: Staying): void {
  const stay = useEffectEvent(() => (isAtEnd ? toEnd() : look()));
  useLayoutEffect(() => {
    if (isAtEnd) toEnd();
  }, [size, isAtEnd, toEnd]);
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const watcher = new ResizeObserver(() => stay());
    watcher.observe(node);
    return () => watcher.disconnect();
  }, [box]);
}

/** The line with which what is new begins, unless it is the first one of all. */
function beginningOf(items: readonly ThreadItem[]): number | "end" {
  const unread = items.findIndex(({ kind }) => kind === "unread");
  return unread > 0 ? unread : "end";
}

/** Begins at what is new, or else at the end. */
function useBeginning(items: readonly ThreadItem[], virtualizer: ThreadScroll["virtualizer"]): void {
  const hasBegun = useRef(false);
  useLayoutEffect(
    () => () => {
      hasBegun.current = false;
    },
    [],
  );
  useLayoutEffect(() => {
    if (hasBegun.current || items.length === 0) return;
    hasBegun.current = true;
    const beginning = beginningOf(items);
    if (beginning === "end") virtualizer.scrollToEnd();
    else virtualizer.scrollToIndex(beginning, { align: "start" });
  }, [items, virtualizer]);
}
