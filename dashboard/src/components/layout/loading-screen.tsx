import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the application while its first code is fetched. It needs no texts: they may not be there yet. */
export function LoadingScreen() {
  return (
    <div className="flex h-dvh" aria-busy="true" data-testid="loading-screen">
      <div className="hidden w-56 shrink-0 flex-col gap-3 border-r bg-sidebar p-3 sm:flex">
        <Skeleton className="h-8 w-28" />
        {Array.from({ length: 6 }, (_, line) => (
          <Skeleton key={line} className="h-8 w-full" />
        ))}
      </div>
      <div className="flex flex-1 flex-col gap-4 p-6">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-64 w-full" />
      </div>
    </div>
  );
}
