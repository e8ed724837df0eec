import { MessagesSquareIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/empty-state";

/** What stands where the open conversation would be. */
export function NothingOpen() {
  const { t } = useTranslation("inbox");
  return (
    <div className="flex flex-1 items-center justify-center bg-thread">
      <EmptyState icon={MessagesSquareIcon} title={t("layout.choose")} description={t("layout.chooseHint")} />
    </div>
  );
}
