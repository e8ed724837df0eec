import { useEffect, useRef, type RefObject } from "react";
import { useView } from "../stores/view";

/** Takes the focus when it was wished for `place`, once it is drawn. What had it goes away when the panel shows something
 * else, and whoever works by keyboard would begin at the top of the page again. */
export function usePanelFocus<Element extends HTMLElement>(place: string): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const isWished = useView((state) => state.focusWish === place);
  useEffect(() => {
    if (!isWished) return;
    useView.setState({ focusWish: null });
    element.current?.focus();
  }, [isWished]);
  return element;
}
