import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { whatsappConfigsQuery } from "@/api/whatsapp-configs/list-whatsapp-configs";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

/** A select has no empty value. */
const ANY = "any";

/** The number that speaks; where the company has one, or one may not see them, there is nothing to choose. */
export function NumberSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation("chatbots");
  const configs = useQuery({ ...whatsappConfigsQuery, enabled: useMay("whatsapp:manage") });
  if (!configs.data || configs.data.length < 2) return null;
  return (
    <div className="space-y-2">
      <Label htmlFor="start-number">{t("start.number")}</Label>
      <Select value={value ?? ANY} onValueChange={(chosen) => onChange(chosen === ANY ? null : chosen)}>
        <SelectTrigger id="start-number" className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ANY}>{t("start.number_any")}</SelectItem>
          {configs.data.map((config) => (
            <SelectItem key={config.id} value={config.id}>
              {config.name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
