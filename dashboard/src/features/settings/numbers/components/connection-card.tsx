import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Facts } from "@/components/facts";
import { Loaded } from "@/components/loaded";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatDateTime, formatPhone } from "@/lib/format";
import { tellError } from "@/lib/tell-error";
import { SettingsCard } from "../../components/settings-card";
import { connectionQuery } from "../api/get-connection";
import { useResetConnection } from "../api/reset-connection";
import { PairingBox } from "./pairing-box";

const TONES = { open: "success", connecting: "info", closed: "destructive", unknown: "secondary" } as const;

/** The phone behind a number: linked or not, and how to link one. */
export function ConnectionCard({ configId }: { configId: string }) {
  const { t } = useTranslation("settings");
  const connection = useQuery(connectionQuery(configId));
  const state = connection.data?.state;
  return (
    <SettingsCard
      title={t("numbers.connection")}
      description={t("numbers.connection-hint")}
      action={state && <Badge variant={TONES[state]}>{t(`numbers.connections.${state}`)}</Badge>}
    >
      <Loaded query={connection}>
        {(data) => (
          <div className="grid gap-4">
            <Facts
              items={[
                { label: t("numbers.phone"), value: data.phone_number && formatPhone(data.phone_number) },
                { label: t("numbers.linked-since"), value: data.since && formatDateTime(data.since) },
                { label: t("numbers.reason"), value: data.reason && <ConnectionReason reason={data.reason} /> },
              ]}
            />
            {!data.asked && <p className="text-sm text-warning">{t("numbers.not-asked")}</p>}
            {data.state !== "open" && <PairingBox configId={configId} />}
            <ConnectionActions configId={configId} isLinked={data.state === "open"} />
          </div>
        )}
      </Loaded>
    </SettingsCard>
  );
}

/** Why the phone is not linked; `server: …` is what its server answered. */
function ConnectionReason({ reason }: { reason: string }) {
  const { t } = useTranslation("settings");
  const [kind = "", code] = reason.split(": ");
  if (code !== undefined) return t("numbers.reason-server", { code });
  return t(`numbers.reasons.${kind}`, { defaultValue: kind });
}

function ConnectionActions({ configId, isLinked }: { configId: string; isLinked: boolean }) {
  const { t } = useTranslation("settings");
  const [asking, setAsking] = useState(false);
  const reset = useResetConnection(configId);
  const go = (how: "restart" | "logout") =>
    reset.mutate(how, {
      onSuccess: () => toast.success(t(`numbers.${how}-done`)),
      onError: tellError,
      onSettled: () => setAsking(false),
    });
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="outline" size="sm" disabled={reset.isPending} onClick={() => go("restart")}>
        {t("numbers.restart")}
      </Button>
      {isLinked && (
        <Button variant="outline" size="sm" onClick={() => setAsking(true)}>
          {t("numbers.logout")}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("numbers.logout-ask")}
        description={t("numbers.logout-hint")}
        confirmLabel={t("numbers.logout")}
        destructive
        pending={reset.isPending}
        onConfirm={() => go("logout")}
      />
    </div>
  );
}
