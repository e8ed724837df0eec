import { useParams } from "react-router";
import { SettingsScreen } from "@/features/settings/components/settings-screen";

/** `/settings/:section?/:itemId?` */
export function Component() {
  const { section, itemId } = useParams();
  return <SettingsScreen sectionId={section} itemId={itemId} />;
}
