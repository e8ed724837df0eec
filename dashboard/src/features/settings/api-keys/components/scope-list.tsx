import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/badge";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { groupPermissions, partsOf } from "../../utils/permissions";

/** How many things a key may do, and which. */
export function ScopeList({ scopes }: { scopes: readonly string[] }) {
  const { t } = useTranslation("settings");
  return (
    <Popover>
      <PopoverTrigger className="min-h-6 rounded-md outline-none focus-visible:ring-2 focus-visible:ring-ring">
        <Badge variant="outline">{t("api-keys.scope-count", { count: scopes.length })}</Badge>
      </PopoverTrigger>
      <PopoverContent className="w-72" aria-label={t("api-keys.scopes")}>
        <dl className="grid gap-2 text-sm">
          {groupPermissions(scopes).map(({ resource, permissions }) => (
            <div key={resource}>
              <dt className="font-medium">{t(`permissions.resources.${resource}`, { defaultValue: resource })}</dt>
              <dd className="text-muted-foreground">
                {permissions
                  .map((one) => t(`permissions.names.${resource}.${partsOf(one).action}`, { defaultValue: one }))
                  .join(", ")}
              </dd>
            </div>
          ))}
        </dl>
      </PopoverContent>
    </Popover>
  );
}
