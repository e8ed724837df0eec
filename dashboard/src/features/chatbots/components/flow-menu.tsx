import {
  Activity,
  CircleStop,
  Copy,
  Download,
  FolderInput,
  MoreHorizontal,
  PencilRuler,
  Play,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { toast } from "sonner";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useExportFlow } from "../api/export-flow";
import { downloadJson } from "../utils/download-json";
import { messageOf } from "../utils/message-of";
import { DuplicateFlowDialog } from "./duplicate-dialogs";
import { DeleteFlowDialog, UnpublishFlowDialog } from "./flow-confirmations";
import { MoveFlowDialog } from "./move-flow-dialog";
import { StartFlowDialog } from "./start-flow-dialog";

type Shown = "duplicate" | "move" | "start" | "unpublish" | "delete" | null;

/** What can be done with a flow. */
export function FlowMenu({ flow }: { flow: Schema<"FlowRow"> }) {
  const { t } = useTranslation("chatbots");
  const [shown, setShown] = useState<Shown>(null);
  const [mayEdit, mayPublish, mayHandle] = [
    useMay("flows:edit"),
    useMay("flows:publish"),
    useMay("conversations:handle"),
  ];
  const exporting = useExportFlow();
  const isPublished = flow.published_version_id !== null;
  const dialog = (name: Shown) => ({
    open: shown === name,
    onOpenChange: (open: boolean) => setShown(open ? name : null),
  });
  const download = () =>
    exporting.mutate(flow.id, {
      onSuccess: (file) => downloadJson(file, flow.name),
      onError: (error) => toast.error(messageOf(error)),
    });
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t("menu_of", { name: flow.name })}>
            <MoreHorizontal aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild>
            <Link to={`/flows/${flow.id}`}>
              <PencilRuler aria-hidden /> {t("flow.open")}
            </Link>
          </DropdownMenuItem>
          <DropdownMenuItem asChild>
            <Link to={`/flows/${flow.id}/sessions`}>
              <Activity aria-hidden /> {t("flow.sessions")}
            </Link>
          </DropdownMenuItem>
          <DropdownMenuItem disabled={!isPublished || !(mayHandle || mayPublish)} onSelect={() => setShown("start")}>
            <Play aria-hidden /> {t("start.open")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem disabled={!mayEdit} onSelect={() => setShown("duplicate")}>
            <Copy aria-hidden /> {t("duplicate")}
          </DropdownMenuItem>
          <DropdownMenuItem disabled={!mayEdit} onSelect={() => setShown("move")}>
            <FolderInput aria-hidden /> {t("move.open")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={download}>
            <Download aria-hidden /> {t("flow.export")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem disabled={!isPublished || !mayPublish} onSelect={() => setShown("unpublish")}>
            <CircleStop aria-hidden /> {t("flow.unpublish")}
          </DropdownMenuItem>
          <DropdownMenuItem variant="destructive" disabled={!mayEdit} onSelect={() => setShown("delete")}>
            <Trash2 aria-hidden /> {t("delete")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <DuplicateFlowDialog {...dialog("duplicate")} flow={flow} />
      <MoveFlowDialog {...dialog("move")} flow={flow} />
      <StartFlowDialog {...dialog("start")} flow={flow} />
      <UnpublishFlowDialog {...dialog("unpublish")} flow={flow} />
      <DeleteFlowDialog {...dialog("delete")} flow={flow} />
    </>
  );
}
