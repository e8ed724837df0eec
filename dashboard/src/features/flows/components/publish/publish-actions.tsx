import { EllipsisVerticalIcon, RocketIcon, UnplugIcon, UsersIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { toast } from "sonner";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useUnpublishFlow } from "../../api/unpublish-flow";
import { PublishDialog } from "./publish-dialog";

/** Lets the draft go live, and takes what is live away. */
export function PublishActions({ view }: { view: Schema<"FlowView"> }) {
  const { t } = useTranslation("flows");
  const mayPublish = useMay("flows:publish");
  const [asking, setAsking] = useState<"publish" | "unpublish" | null>(null);
  const unpublish = useUnpublishFlow(view.id);
  const takeDown = () =>
    unpublish.mutate(undefined, {
      onSuccess: () => {
        setAsking(null);
        toast.success(t("editor.unpublish.done"));
      },
      onError: (error) => toast.error(error.message),
    });
  return (
    <>
      {mayPublish && (
        <Button size="sm" onClick={() => setAsking("publish")}>
          <RocketIcon aria-hidden />
          <span className="max-sm:sr-only">{t("editor.publish.action")}</span>
        </Button>
      )}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t("editor.more")}>
            <EllipsisVerticalIcon aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild>
            <Link to={`/flows/${view.id}/sessions`}>
              <UsersIcon aria-hidden />
              {t("editor.sessions")}
            </Link>
          </DropdownMenuItem>
          {mayPublish && view.published_version_id && (
            <DropdownMenuItem variant="destructive" onSelect={() => setAsking("unpublish")}>
              <UnplugIcon aria-hidden />
              {t("editor.unpublish.action")}
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      {asking === "publish" && <PublishDialog view={view} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        open={asking === "unpublish"}
        onOpenChange={(isOpen) => !isOpen && setAsking(null)}
        title={t("editor.unpublish.title")}
        description={t("editor.unpublish.hint")}
        confirmLabel={t("editor.unpublish.action")}
        destructive
        pending={unpublish.isPending}
        onConfirm={takeDown}
      />
    </>
  );
}
