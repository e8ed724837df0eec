import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { logOut } from "@/api/me/log-out";
import { ProductMark } from "@/components/product-mark";
import { Button } from "@/components/ui/button";
import { usePageTitle } from "@/hooks/use-page-title";
import { errorText } from "@/lib/error-text";
import { accessToken } from "@/lib/session";
import { SetUpTwoFactor } from "./set-up-two-factor";

/** Stands before everything where the company demands a second factor that the person has yet to set up. */
export function DemandedTwoFactor() {
  const { t } = useTranslation("account");
  const [isRenewing, setRenewing] = useState(false);
  usePageTitle(t("twoFactor.setUp.title"));
  /** The token that there is allows nothing else; the next one does. */
  const goOn = async () => {
    setRenewing(true);
    try {
      await accessToken({ renew: true });
    } catch (error) {
      toast.error(errorText(error));
    }
    setRenewing(false);
  };
  return (
    <main className="flex min-h-dvh justify-center p-4 pt-[6vh]">
      <div className="w-full max-w-md">
        <section className="grid gap-4 rounded-xl border bg-card p-6 shadow-xs">
          <ProductMark />
          <h1 className="text-lg font-semibold">{t("twoFactor.setUp.title")}</h1>
          <p className="text-muted-foreground">{t("twoFactor.demanded")}</p>
          {!isRenewing && <SetUpTwoFactor onDone={() => void goOn()} />}
        </section>
        <Button variant="ghost" className="mt-3 w-full" onClick={() => void logOut()}>
          {t("logOut")}
        </Button>
      </div>
    </main>
  );
}
