import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { useImportFlow } from "../../api/import-flow";
import { messageOf } from "../../utils/message-of";
import { type FileProblem, readFlowFile } from "../../utils/read-flow-file";
import { ChatbotSelect } from "../chatbot-select";
import { FileDrop } from "./file-drop";
import { ImportReport } from "./import-report";

type Props = { chatbotId?: string; onClose: () => void };
type Picked = { name: string; content: unknown; key: string };

/** Brings a flow along: a file of ours or of Typebot's becomes a draft, with a report of what became what. */
export function ImportDialog({ chatbotId, onClose }: Props) {
  const { t } = useTranslation("chatbots");
  const [owner, setOwner] = useState(chatbotId ?? null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const importing = useImportFlow();
  const take = async (file: File) => {
    importing.reset();
    const read = await readFlowFile(file);
    setProblem("problem" in read ? read.problem : null);
    setPicked("content" in read ? { name: file.name, content: read.content, key: crypto.randomUUID() } : null);
  };
  const send = () =>
    picked && importing.mutate({ key: picked.key, file: picked.content, chatbot_id: owner, priority: 0 });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[92dvh] overflow-y-auto sm:max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t("import.title")}</DialogTitle>
          <DialogDescription>{t("import.text")}</DialogDescription>
        </DialogHeader>
        {importing.data ? (
          <ImportReport imported={importing.data} onAgain={() => importing.reset()} />
        ) : (
          <div className="space-y-4">
            <FileDrop onFile={(file) => void take(file)} picked={picked?.name ?? null} />
            {problem && (
              <p role="alert" className="text-destructive">
                {t(`import.${problem}`)}
              </p>
            )}
            <div className="space-y-2">
              <Label htmlFor="import-chatbot">{t("move.chatbot")}</Label>
              <ChatbotSelect id="import-chatbot" value={owner} onChange={setOwner} />
            </div>
            {importing.isError && (
              <p role="alert" className="text-destructive">
                {messageOf(importing.error)}
              </p>
            )}
            <div className="flex justify-end">
              <Button onClick={send} disabled={!picked || importing.isPending} aria-busy={importing.isPending}>
                {t(importing.isPending ? "import.working" : "import.submit")}
              </Button>
            </div>
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
