import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { templatesQuery } from "@/api/templates/list-templates";
import { whatsappConfigsQuery } from "@/api/whatsapp-configs/list-whatsapp-configs";
import { formatPhone } from "@/lib/format";

/** The numbers that have templates: by name for who may see numbers, else as far as templates tell. */
export function useNumbers(): { id: string; name: string }[] {
  const { t } = useTranslation("templates");
  const mayRead = useMay("whatsapp:manage");
  const configs = useQuery({ ...whatsappConfigsQuery, enabled: mayRead }).data ?? [];
  const told = useInfiniteQuery({ ...templatesQuery({ limit: 100 }), enabled: !mayRead });
  if (mayRead)
    return configs
      .filter((one) => one.api_type === "official")
      .map(({ id, name, phone_number }) => ({
        id,
        name: phone_number ? `${name} · ${formatPhone(phone_number)}` : name,
      }));
  const rows = told.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = [...new Set(rows.map((row) => row.whatsapp_config_id))];
  return ids.map((id, place) => ({ id, name: t("numbers.unnamed", { place: place + 1 }) }));
}
