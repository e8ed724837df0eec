import { FileUp, LayoutTemplate, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useNewDialog } from "./new-actions";
import { NewFlowDialog } from "./new-flow-dialog";

const GalleryDialog = lazy(async () => ({ default: (await import("./gallery/gallery-dialog")).GalleryDialog }));
const ImportDialog = lazy(async () => ({ default: (await import("./import/import-dialog")).ImportDialog }));

/** A new flow within a chatbot: from nothing, from the gallery, from a file. */
export function FlowActions({ chatbotId }: { chatbotId: string }) {
  const { t } = useTranslation("chatbots");
  const mayEdit = useMay("flows:edit");
  const [creating, setCreating] = useState(false);
  const { show, open } = useNewDialog();
  if (!mayEdit) return null;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button>
            <Plus aria-hidden /> {t("flow.new")}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setCreating(true)}>
            <Plus aria-hidden /> {t("flow.blank")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => open("gallery")}>
            <LayoutTemplate aria-hidden /> {t("flow.from_gallery")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => open("import")}>
            <FileUp aria-hidden /> {t("flow.from_file")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <NewFlowDialog open={creating} onOpenChange={setCreating} chatbotId={chatbotId} />
      <Suspense fallback={null}>
        {show === "gallery" && <GalleryDialog chatbotId={chatbotId} onClose={() => open(null)} />}
        {show === "import" && <ImportDialog chatbotId={chatbotId} onClose={() => open(null)} />}
      </Suspense>
    </>
  );
}
