import { useQuery } from "@tanstack/react-query";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { apiHostsQuery } from "@/api/api-hosts/list-api-hosts";
import { formatRelative } from "@/lib/format";

/** How the service at an address has been answering lately, where it was asked before. */
export function HostHealth({ host }: { host: string }) {
  const { t } = useTranslation("flow-nodes");
  const { data } = useQuery(apiHostsQuery(host));
  const known = data?.find((one) => one.host === host);
  if (!known) return null;
  if (known.failures_in_a_row > 0) {
    return (
      <p className="-mt-2 flex gap-1.5 text-xs text-warning">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {t("api_call.failing", { host, count: known.failures_in_a_row, error: known.last_error ?? "" })}
      </p>
    );
  }
  return (
    <p className="-mt-2 flex gap-1.5 text-xs text-muted-foreground">
      <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
      {known.last_success_at
        ? t("api_call.answering", { host, when: formatRelative(known.last_success_at), ms: known.last_ms ?? 0 })
        : t("api_call.known", { host })}
    </p>
  );
}
