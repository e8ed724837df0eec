import type { ReactNode } from "react";
import { usePageTitle } from "@/hooks/use-page-title";

type Props = { title: string; description?: ReactNode; children?: ReactNode; foot?: ReactNode };

/** The one thing to do on a screen for people who are not logged in. */
export function AuthCard({ title, description, children, foot }: Props) {
  usePageTitle(title);
  return (
    <div className="w-full max-w-sm">
      <section className="grid gap-5 rounded-xl border bg-card p-6 shadow-xs">
        <div className="grid gap-1">
          <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
          {description && <p className="text-muted-foreground">{description}</p>}
        </div>
        {children}
      </section>
      {foot && (
        <div className="mt-4 flex flex-wrap items-center justify-center gap-x-4 gap-y-1 text-muted-foreground">
          {foot}
        </div>
      )}
    </div>
  );
}
