import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
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
  const [isAtEnd, setAtEnd] = useState(true);
  const [leftAt, setLeftAt] = useState<string | null>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => HEIGHTS[items[index]?.kind ?? "message"],
    getItemKey: (index) => items[index]?.key ?? index,
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

  const onScroll = () => {
    const node = box.current;
    if (!node) return;
    const isNear = node.scrollHeight - node.scrollTop - node.clientHeight < END_PX;
    if (isNear !== isAtEnd) {
      setAtEnd(isNear);
      setLeftAt(isNear ? null : (items.at(-1)?.key ?? null));
    }
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
    const unread = items.findIndex(({ kind }) => kind === "unread");
    if (unread > 0) virtualizer.scrollToIndex(unread, { align: "start" });
    else virtualizer.scrollToEnd();
  }, [items, virtualizer]);
}
