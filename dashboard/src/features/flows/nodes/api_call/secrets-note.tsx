import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { secretsQuery } from "@/api/secrets/list-secrets";
import { secretsIn } from "./model";

type Props = { headers: Readonly<Record<string, string>>; host: string | null };

/** Says which secrets are named that there are not, or that are not for this host. */
export function SecretsNote({ headers, host }: Props) {
  const { t } = useTranslation("flow-nodes");
  const isAllowed = useMay("settings:manage");
  const names = secretsIn(headers);
  const { data } = useQuery({ ...secretsQuery, enabled: isAllowed && names.length > 0 });
  if (!data) return null;
  const notes = names.flatMap((name) => {
    const secret = data.find((one) => one.name === name);
    if (!secret) return [t("api_call.noSecret", { name })];
    const isFor = host === null || secret.hosts.includes(host);
    return isFor ? [] : [t("api_call.otherHosts", { name, hosts: secret.hosts.join(", ") })];
  });
  return notes.map((note) => (
    <p key={note} className="-mt-2 text-xs text-warning">
      {note}
    </p>
  ));
}
