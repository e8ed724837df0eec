import { useTranslation } from "react-i18next";
import { QrCode } from "@/components/qr-code";
import { Skeleton } from "@/components/ui/skeleton";

/** A QR code as the server gave it, or drawn by its text; always dark on white: cameras do not read it otherwise. */
export function QrPicture({ picture, code }: { picture: string; code: string }) {
  const { t } = useTranslation("settings");
  const label = t("numbers.qr");
  if (picture.startsWith("data:image/"))
    return <img src={picture} alt={label} className="size-56 rounded-md border bg-white p-2" />;
  if (!code) return <Skeleton className="size-56" />;
  return <QrCode text={code} label={label} className="size-56" />;
}
