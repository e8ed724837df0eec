import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "@/api/contacts/get-contact";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatDate } from "@/lib/format";
import { ConsentDialog } from "./consent-dialog";

type Purpose = Schema<"Purpose">;
const PURPOSES: readonly Purpose[] = ["marketing", "support", "billing"];
const LOOK = { granted: "success", refused: "destructive", unknown: "outline" } as const;

/** For what the contact agreed to be written to, or refused: by purpose, with where it is written down. */
export function ConsentSection({ contact }: { contact: Contact }) {
  const { t } = useTranslation("inbox");
  const mayManage = useMay("contacts:manage");
  const [asked, setAsked] = useState<{ purpose: Purpose; isGranted: boolean } | null>(null);
  return (
    <>
      <ul className="grid gap-3">
        {PURPOSES.map((purpose) => {
          const consent = contact.consents.find((one) => one.purpose === purpose && one.channel === "whatsapp");
          const state = consent?.state ?? "unknown";
          return (
            <li key={purpose} className="grid gap-1">
              <div className="flex items-center gap-2">
                <span className="flex-1 text-sm">{t(`panel.purposes.${purpose}`)}</span>
                <Badge variant={LOOK[state]}>{t(`panel.consent.${state}`)}</Badge>
              </div>
              {consent ? (
                <p className="text-xs text-muted-foreground">
                  {t("panel.consent.proof", { source: consent.source, at: formatDate(consent.at) })}
                </p>
              ) : null}
              {mayManage ? (
                <div className="flex gap-1.5">
                  {state !== "granted" ? (
                    <Button
                      size="sm"
                      variant="outline"
                      className="h-7 text-xs"
                      onClick={() => setAsked({ purpose, isGranted: true })}
                    >
                      {t("panel.consent.optIn")}
                    </Button>
                  ) : null}
                  {state !== "refused" ? (
                    <Button
                      size="sm"
                      variant="outline"
                      className="h-7 text-xs"
                      onClick={() => setAsked({ purpose, isGranted: false })}
                    >
                      {t("panel.consent.optOut")}
                    </Button>
                  ) : null}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {asked ? <ConsentDialog contactId={contact.id} {...asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}
