import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schema } from "@/api/types";

/** Where a need is met; an ERP is connected by whoever runs the platform. */
const PLACES: Record<Schema<"FlowNeed">, string | null> = {
  ai: "/settings/ai",
  knowledge_base: "/settings/knowledge",
  business_hours: "/settings/hours",
  erp: null,
};

/** What the company sets up first, each with the way there. */
export function TemplateNeeds({ needs }: { needs: readonly Schema<"FlowNeed">[] }) {
  const { t } = useTranslation("chatbots");
  if (needs.length === 0) return <p className="text-muted-foreground">{t("gallery.needs_nothing")}</p>;
  return (
    <div className="space-y-2 rounded-lg border bg-muted/40 p-3">
      <h4 className="font-medium">{t("gallery.needs_title")}</h4>
      <ul className="space-y-2">
        {needs.map((need) => {
          const place = PLACES[need];
          return (
            <li key={need} className="flex gap-2">
              <CircleAlert className="mt-0.5 size-4 shrink-0 text-warning" aria-hidden />
              <span>
                <span className="font-medium">{t(`gallery.needs.${need}`)}</span>
                <span className="block text-muted-foreground">{t(`gallery.needs_text.${need}`)}</span>
                {place && (
                  <Link to={place} className="text-primary underline underline-offset-2">
                    {t("gallery.set_up")}
                  </Link>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
