import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { flowQuery } from "@/api/flows/get-flow";
import {
  AlertDialog,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { formatDateTime } from "@/lib/format";
import { draftOf, useEditor } from "../../stores/editor";
import { saveDraft } from "../../stores/saver";
import { differencesOf } from "../../utils/differences";
import { forgetDraft } from "../../utils/kept-draft";

/** Somebody else changed the flow meanwhile: whose draft is it to be? */
export function ConflictDialog({ flowId }: { flowId: string }) {
  const { t } = useTranslation("flows");
  const isOpen = useEditor((state) => state.saveState === "conflict");
  return (
    <AlertDialog open={isOpen}>
      <AlertDialogContent>
        <AlertDialogHeader>
          <AlertDialogTitle>{t("editor.conflict.title")}</AlertDialogTitle>
          <AlertDialogDescription>{t("editor.conflict.hint")}</AlertDialogDescription>
        </AlertDialogHeader>
        {isOpen && <Decision flowId={flowId} />}
      </AlertDialogContent>
    </AlertDialog>
  );
}

function Decision({ flowId }: { flowId: string }) {
  const { t } = useTranslation("flows");
  const client = useQueryClient();
  const { data: theirs } = useQuery({
    ...flowQuery(flowId),
    queryKey: ["flows", flowId, "theirs"],
    staleTime: 0,
    gcTime: 0,
  });
  const mine = useEditor((state) => state.document);
  if (!theirs) return <Skeleton className="h-24 w-full" />;
  const { added, removed, changed } = differencesOf(draftOf(theirs).document, mine);
  const takeTheirs = () => {
    forgetDraft(flowId);
    client.setQueryData(["flows", flowId], theirs);
    useEditor.getState().replaceDocument(theirs);
  };
  const keepMine = () => {
    useEditor.setState({ version: theirs.version, saveState: "idle" });
    void saveDraft(client);
  };
  return (
    <>
      <div className="rounded-md border p-3 text-sm">
        <p>{t("editor.conflict.theirs", { at: formatDateTime(theirs.updated_at) })}</p>
        <p className="text-muted-foreground">{t("editor.conflict.differences", { added, removed, changed })}</p>
      </div>
      <AlertDialogFooter>
        <Button variant="outline" onClick={keepMine}>
          {t("editor.conflict.keepMine")}
        </Button>
        <Button onClick={takeTheirs}>{t("editor.conflict.takeTheirs")}</Button>
      </AlertDialogFooter>
    </>
  );
}
