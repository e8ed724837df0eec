import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Plus, Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { whatsappConfigsQuery } from "@/api/whatsapp-configs/list-whatsapp-configs";
import { EmptyState } from "@/components/empty-state";
import { Loaded } from "@/components/loaded";
import { Button } from "@/components/ui/button";
import { formatPhone } from "@/lib/format";
import { SectionPage } from "../../components/section-page";
import type { Config } from "../api/get-config";
import { NumberBadges } from "./number-badges";

/** The company's numbers: whether each works, and how good it stands with Meta. */
export function NumberList() {
  const { t } = useTranslation("settings");
  const configs = useQuery(whatsappConfigsQuery);
  const add = (
    <Button asChild>
      <Link to="/settings/numbers/new">
        <Plus aria-hidden />
        {t("numbers.add")}
      </Link>
    </Button>
  );
  return (
    <SectionPage
      title={t("sections.numbers.title")}
      description={t("sections.numbers.description")}
      actions={configs.data && configs.data.length > 0 && add}
    >
      <Loaded query={configs}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={Smartphone} title={t("numbers.none")} description={t("numbers.none-hint")} action={add} />
          ) : (
            <ul className="grid gap-2">
              {items.map((config) => (
                <NumberItem key={config.id} config={config} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </SectionPage>
  );
}

function NumberItem({ config }: { config: Config }) {
  const { t } = useTranslation("settings");
  return (
    <li>
      <Link
        to={`/settings/numbers/${config.id}`}
        className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border bg-card px-4 py-3 outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring"
      >
        <Smartphone aria-hidden className="size-5 shrink-0 text-primary" />
        <span className="min-w-40 flex-1">
          <span className="block text-sm font-medium">{config.name}</span>
          <span className="block text-xs text-muted-foreground">
            {[
              config.phone_number ? formatPhone(config.phone_number) : t("numbers.no-phone"),
              t(`numbers.types.${config.api_type}`),
            ].join(" · ")}
          </span>
        </span>
        <NumberBadges config={config} />
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </Link>
    </li>
  );
}
