import { useQuery } from "@tanstack/react-query";
import {
  Bot,
  CalendarClock,
  Clock,
  Headset,
  type LucideIcon,
  ShieldCheck,
  ShoppingBag,
  Star,
  TrendingUp,
} from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { Badge } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { flowTemplatesQuery } from "../../api/list-flow-templates";
import { useWords } from "./use-words";

const ICONS: Record<Schema<"FlowCategory">, LucideIcon> = {
  feedback: Star,
  hours: Clock,
  knowledge: Bot,
  orders: ShoppingBag,
  privacy: ShieldCheck,
  sales: TrendingUp,
  scheduling: CalendarClock,
  support: Headset,
};
const ALL = "all";

/** The gallery's cards, of all categories or one. */
export function GalleryList({ onChoose }: { onChoose: (template: Schema<"FlowTemplateRow">) => void }) {
  const { t } = useTranslation("chatbots");
  const templates = useQuery(flowTemplatesQuery);
  const [category, setCategory] = useState<string>(ALL);
  if (templates.isPending) return <Skeleton className="h-80" />;
  if (templates.isError) return <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />;
  const categories = [...new Set(templates.data.map((one) => one.category))].sort();
  const shown = templates.data.filter((one) => category === ALL || one.category === category);
  return (
    <div className="space-y-4">
      <ToggleGroup
        type="single"
        value={category}
        onValueChange={(value) => setCategory(value || ALL)}
        className="flex-wrap justify-start"
        aria-label={t("gallery.categories")}
      >
        {[ALL, ...categories].map((one) => (
          <ToggleGroupItem key={one} value={one}>
            {t(`gallery.category.${one}`)}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      <ul className="grid gap-3 sm:grid-cols-2">
        {shown.map((template) => (
          <li key={template.key}>
            <TemplateCard template={template} onChoose={() => onChoose(template)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TemplateCard({ template, onChoose }: { template: Schema<"FlowTemplateRow">; onChoose: () => void }) {
  const { t } = useTranslation("chatbots");
  const words = useWords();
  const Icon = ICONS[template.category];
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex h-full w-full flex-col gap-3 rounded-xl border bg-card p-4 text-left outline-none hover:bg-accent/40 focus-visible:ring-2 focus-visible:ring-ring"
    >
      <span className="flex items-start gap-3">
        <span className="flex size-9 shrink-0 items-center justify-center rounded-lg bg-primary/10 text-primary">
          <Icon className="size-5" aria-hidden />
        </span>
        <span>
          <span className="block font-semibold">{words(template.title)}</span>
          <span className="block text-xs text-muted-foreground">{t(`gallery.category.${template.category}`)}</span>
        </span>
      </span>
      <span className="flex-1 text-muted-foreground">{words(template.description)}</span>
      <span className="flex flex-wrap gap-1.5">
        <Badge variant="secondary">{t("gallery.nodes", { count: template.node_count })}</Badge>
        <Badge variant="secondary">{t("gallery.tests", { count: template.test_count })}</Badge>
        {template.needs?.map((need) => (
          <Badge key={need} variant="warning">
            {t(`gallery.needs.${need}`)}
          </Badge>
        ))}
      </span>
    </button>
  );
}
