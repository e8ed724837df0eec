import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";

type Props = {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError?: boolean;
    fetchNextPage: () => unknown;
  };
  className?: string;
};

/** Fetches the next page of an infinite query when it is scrolled to; a button for who does not scroll. */
export function LoadMore({ query, className }: Props) {
  const { t } = useTranslation("common");
  const place = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError = false, fetchNextPage } = query;

  useEffect(() => {
    const node = place.current;
    if (!node || !hasNextPage || isFetchingNextPage || isFetchNextPageError || !("IntersectionObserver" in window))
      return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      rootMargin: "300px",
    });
    watcher.observe(node);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  if (!hasNextPage) return null;
  return (
    <div ref={place} className={className ?? "flex justify-center py-3"}>
      <Button
        variant="ghost"
        size="sm"
        aria-disabled={isFetchingNextPage}
        onClick={() => !isFetchingNextPage && void fetchNextPage()}
      >
        {isFetchingNextPage ? t("loading") : isFetchNextPageError ? t("retry") : t("loadMore")}
      </Button>
    </div>
  );
}
