import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/hooks/use-now";
import type { Config } from "../api/get-config";
import { STATE_TONES, stateOf } from "../utils/state";

const QUALITY_TONES: Record<string, "success" | "warning" | "destructive"> = {
  green: "success",
  yellow: "warning",
  red: "destructive",
};

/** How a number is, how Meta rates it, and how many it may write to. */
export function NumberBadges({ config }: { config: Config }) {
  const { t } = useTranslation("settings");
  const state = stateOf(config, useNow());
  const quality = config.quality_rating;
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge variant={STATE_TONES[state]}>{t(`numbers.states.${state}`)}</Badge>
      {QUALITY_TONES[quality] && <Badge variant={QUALITY_TONES[quality]}>{t(`numbers.qualities.${quality}`)}</Badge>}
      {config.messaging_tier && (
        <Badge variant="outline">
          {t(`numbers.tiers.${config.messaging_tier}`, { defaultValue: config.messaging_tier })}
        </Badge>
      )}
    </span>
  );
}
