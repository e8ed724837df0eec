import { useQuery } from "@tanstack/react-query";
import { QrCode } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { pairingQuery } from "../api/get-pairing";
import { QrPicture } from "./qr-picture";

/** Shows the code that links a phone once it is asked for: whoever sees it has the number. */
export function PairingBox({ configId }: { configId: string }) {
  const { t } = useTranslation("settings");
  const [shown, setShown] = useState(false);
  if (shown) return <Pairing configId={configId} />;
  return (
    <div>
      <Button onClick={() => setShown(true)}>
        <QrCode aria-hidden />
        {t("numbers.show-qr")}
      </Button>
      <p className="mt-2 text-xs text-muted-foreground">{t("numbers.show-qr-hint")}</p>
    </div>
  );
}

function Pairing({ configId }: { configId: string }) {
  const { t } = useTranslation("settings");
  const pairing = useQuery(pairingQuery(configId));
  if (pairing.error) return <ErrorState error={pairing.error} onRetry={() => void pairing.refetch()} />;
  return (
    <div className="flex flex-wrap gap-6">
      {pairing.data ? (
        <QrPicture picture={pairing.data.picture} code={pairing.data.code} />
      ) : (
        <Skeleton className="size-56" />
      )}
      <div className="grid max-w-sm content-start gap-3 text-sm">
        <ol className="grid list-decimal gap-1 pl-5">
          {(["open", "devices", "scan"] as const).map((step) => (
            <li key={step}>{t(`numbers.pairing.${step}`)}</li>
          ))}
        </ol>
        {pairing.data?.pairing_code && (
          <p>
            {t("numbers.pairing.by-code")}{" "}
            <strong className="font-mono text-base tracking-widest">{pairing.data.pairing_code}</strong>
          </p>
        )}
        <p className="text-xs text-muted-foreground" aria-live="polite">
          {t("numbers.pairing.fresh")}
        </p>
      </div>
    </div>
  );
}
