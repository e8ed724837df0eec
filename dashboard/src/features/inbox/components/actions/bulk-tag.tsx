import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { TagPicker } from "./tag-picker";

type Props = { onChoose: (action: "tag" | "untag", tagIds: string[]) => void };

/** Chooses tags to put on many conversations, or to take off them. */
export function BulkTag({ onChoose }: Props) {
  const { t } = useTranslation("inbox");
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <div>
      <TagPicker chosen={chosen} onChange={setChosen} />
      <div className="flex justify-end gap-2 border-t p-2">
        <Button size="sm" variant="outline" disabled={!chosen.length} onClick={() => onChoose("untag", chosen)}>
          {t("handling.bulk.untag")}
        </Button>
        <Button size="sm" disabled={!chosen.length} onClick={() => onChoose("tag", chosen)}>
          {t("handling.bulk.tag")}
        </Button>
      </div>
    </div>
  );
}
