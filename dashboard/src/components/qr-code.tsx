import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/utils";

const QUIET = 4;

type Props = { text: string; label: string; className: string };

/** Draws a text as a QR code. It is dark on white in both themes: some apps read it in no other way. Where it cannot be
 * drawn, it says so in its place; whoever shows one also shows how to do without it. */
export function QrCode({ text, label, className }: Props) {
  const { t } = useTranslation("common");
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: ["qr-code", text],
    queryFn: () => drawn(text),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (isError)
    return (
      <div
        role="alert"
        className={cn("grid shrink-0 content-center justify-items-center gap-3 rounded-md border p-3", className)}
      >
        <p className="text-center text-sm text-muted-foreground">{t("qr.failed")}</p>
        <Button type="button" variant="outline" size="sm" disabled={isFetching} onClick={() => void refetch()}>
          {t("retry")}
        </Button>
      </div>
    );
  if (!data) return <Skeleton className={cn("shrink-0", className)} />;
  const side = data.size + 2 * QUIET;
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      className={cn("shrink-0 rounded-md border", className)}
    >
      <rect width={side} height={side} fill="white" />
      <path d={data.path} fill="black" shapeRendering="crispEdges" />
    </svg>
  );
}

/** The package is fetched only where a code is shown. */
async function drawn(text: string): Promise<{ size: number; path: string }> {
  const { create } = await import("qrcode");
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const dots: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) dots.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
  return { size: modules.size, path: dots.join("") };
}
