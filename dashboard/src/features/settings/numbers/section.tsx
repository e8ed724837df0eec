import type { SectionProps } from "../sections";
import { AddNumberPage } from "./components/add-number-page";
import { NumberList } from "./components/number-list";
import { NumberPage } from "./components/number-page";
import { useNumberNews } from "./hooks/use-number-news";

/** The WhatsApp numbers, one of them, or a new one (`/settings/numbers/new`). */
export function Section({ itemId }: SectionProps) {
  useNumberNews();
  if (itemId === undefined) return <NumberList />;
  return itemId === "new" ? <AddNumberPage /> : <NumberPage configId={itemId} />;
}
