import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Skeleton } from "@/components/ui/skeleton";

/** Draws the code by its text; the package is fetched only where the server gave no picture. */
async function drawn(code: string): Promise<string> {
  const { toDataURL } = await import("qrcode");
  return toDataURL(code, { margin: 2, width: 448 });
}

/** A QR code, always dark on white: cameras do not read it otherwise. */
export function QrPicture({ picture, code }: { picture: string; code: string }) {
  const { t } = useTranslation("settings");
  const isPicture = picture.startsWith("data:image/");
  const own = useQuery({
    queryKey: ["qr-picture", code],
    queryFn: () => drawn(code),
    enabled: !isPicture && code !== "",
    gcTime: 0,
  });
  const source = isPicture ? picture : own.data;
  if (!source) return <Skeleton className="size-56" />;
  return <img src={source} alt={t("numbers.qr")} className="size-56 rounded-md border bg-white p-2" />;
}
