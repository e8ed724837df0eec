import { useEffect } from "react";
import { create } from "zustand";

const PRODUCT = "PyTake";

const useTitle = create<{ title: string; unread: number }>(() => ({ title: "", unread: 0 }));

/** The browser tab's words: `(3) Conversas · PyTake`. */
export function pageTitle(title: string, unread: number): string {
  const name = title ? `${title} · ${PRODUCT}` : PRODUCT;
  return unread > 0 ? `(${unread}) ${name}` : name;
}

useTitle.subscribe(({ title, unread }) => {
  document.title = pageTitle(title, unread);
});

/** Names the screen in the browser's tab while it is mounted. */
export function usePageTitle(title: string): void {
  useEffect(() => useTitle.setState({ title }), [title]);
}

/** Tells how many conversations have something unread, for the tab and the navigation. */
export function setUnread(unread: number): void {
  useTitle.setState({ unread });
}

/** How many conversations have something unread. */
export function useUnread(): number {
  return useTitle((state) => state.unread);
}

/** The name of the screen, for telling who does not see it. */
export function useScreenTitle(): string {
  return useTitle((state) => state.title);
}
