import { FileUp, LayoutTemplate, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMay } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import { ChatbotFormDialog } from "./chatbot-form-dialog";

const GalleryDialog = lazy(async () => ({ default: (await import("./gallery/gallery-dialog")).GalleryDialog }));
const ImportDialog = lazy(async () => ({ default: (await import("./import/import-dialog")).ImportDialog }));

/** The ways to get something new: from nothing, from the gallery, from a file. */
export function NewActions() {
  const { t } = useTranslation("chatbots");
  const mayEdit = useMay("flows:edit");
  const [creating, setCreating] = useState(false);
  const { show, open } = useNewDialog();
  if (!mayEdit) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="outline" onClick={() => open("gallery")}>
        <LayoutTemplate aria-hidden /> {t("gallery.open")}
      </Button>
      <Button variant="outline" onClick={() => open("import")}>
        <FileUp aria-hidden /> {t("import.open")}
      </Button>
      <Button onClick={() => setCreating(true)}>
        <Plus aria-hidden /> {t("create")}
      </Button>
      <ChatbotFormDialog open={creating} onOpenChange={setCreating} />
      <Suspense fallback={null}>
        {show === "gallery" && <GalleryDialog onClose={() => open(null)} />}
        {show === "import" && <ImportDialog onClose={() => open(null)} />}
      </Suspense>
    </div>
  );
}

/** Which dialog the address asks for, so that links and Back work: `?new=gallery`. */
export function useNewDialog() {
  const [search, setSearch] = useSearchParams();
  const open = (name: "gallery" | "import" | null) =>
    setSearch((now) => {
      if (name) now.set("new", name);
      else now.delete("new");
      return now;
    });
  return { show: search.get("new"), open };
}
