import type { ReactNode } from "react";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/ui/skeleton";

type Props<Data> = {
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  children: (data: NonNullable<Data>) => ReactNode;
  skeleton?: ReactNode;
};

/** What was asked for, once it is there; until then its outline, or why it is not. */
export function Loaded<Data>({ query, children, skeleton }: Props<Data>) {
  const { data, error } = query;
  if (data !== undefined && data !== null) return children(data);
  if (error) return <ErrorState error={error} onRetry={() => void query.refetch()} />;
  return skeleton ?? <LoadedSkeleton />;
}

function LoadedSkeleton() {
  return (
    <div className="grid gap-3" aria-busy>
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-24 w-full" />
    </div>
  );
}
