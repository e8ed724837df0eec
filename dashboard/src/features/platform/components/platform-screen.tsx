import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me/get-me";
import { EmptyState } from "@/components/empty-state";
import { TenantList } from "./tenant-list";
import { TenantPage } from "./tenant-page";

/** The platform's companies, for who operates it and for nobody else. */
export function PlatformScreen({ tenantId }: { tenantId?: string }) {
  const { t } = useTranslation("platform");
  const { role } = useMe();
  if (role !== "super_admin") return <EmptyState icon={Lock} title={t("forbidden")} />;
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-6xl px-4 py-6 sm:px-6">
        {tenantId === undefined ? <TenantList /> : <TenantPage key={tenantId} tenantId={tenantId} />}
      </div>
    </div>
  );
}
