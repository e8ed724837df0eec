import { Suspense } from "react";
import { SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me/get-me";
import { EmptyState } from "@/components/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { SECTIONS } from "../sections";
import { SettingsNav } from "./settings-nav";
import { SettingsOverview } from "./settings-overview";

type Props = { sectionId?: string; itemId?: string };

/** The settings: an overview, or the menu beside one section. */
export function SettingsScreen({ sectionId, itemId }: Props) {
  if (sectionId === undefined) return <SettingsOverview />;
  return (
    <div className="flex h-full min-h-0">
      <SettingsNav />
      <div className="min-w-0 flex-1 overflow-y-auto">
        <Suspense fallback={<SectionSkeleton />}>
          <OpenSection sectionId={sectionId} itemId={itemId} />
        </Suspense>
      </div>
    </div>
  );
}

function OpenSection({ sectionId, itemId }: { sectionId: string; itemId?: string }) {
  const { t } = useTranslation("settings");
  const { permissions } = useMe();
  const found = SECTIONS.find((one) => one.id === sectionId && permissions.includes(one.permission));
  if (!found) return <EmptyState icon={SearchX} title={t("frame.none")} description={t("frame.none-hint")} />;
  return <found.Section key={`${sectionId}/${itemId ?? ""}`} itemId={itemId} />;
}

function SectionSkeleton() {
  return (
    <div className="mx-auto w-full max-w-5xl space-y-4 px-4 py-5 sm:px-6" aria-busy>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-40 w-full" />
    </div>
  );
}
