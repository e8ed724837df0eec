import {
  ArrowLeftIcon,
  CircleAlertIcon,
  CircleCheckIcon,
  PanelRightCloseIcon,
  PanelRightOpenIcon,
  TriangleAlertIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useEditor } from "../../stores/editor";
import { countFindings, useFindings } from "../../stores/findings";
import { useView } from "../../stores/view";
import { PublishActions } from "../publish/publish-actions";
import { EditActions } from "./edit-actions";
import { IconAction } from "./icon-action";
import { SaveIndicator } from "./save-indicator";

type Props = { view: Schema<"FlowView">; isReadOnly: boolean; palette?: React.ReactNode };

/** The flow's name and state, and what is done with all of it. */
export function TopBar({ view, isReadOnly, palette }: Props) {
  const { t } = useTranslation("flows");
  const isPanelHidden = useView((state) => state.isPanelHidden);
  const back = view.chatbot_id ? `/chatbots/${view.chatbot_id}` : "/chatbots";
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b bg-card px-2 py-1.5">
      <Button asChild variant="ghost" size="icon-sm">
        <Link to={back} aria-label={t("editor.back")}>
          <ArrowLeftIcon aria-hidden />
        </Link>
      </Button>
      <FlowName />
      <StatusBadge view={view} />
      {!isReadOnly && <SaveIndicator />}
      {isReadOnly && <Badge variant="secondary">{t("editor.readOnly")}</Badge>}
      <div className="ml-auto flex flex-wrap items-center gap-1">
        {palette}
        <EditActions isReadOnly={isReadOnly} />
        <FindingsCount />
        <PublishActions view={view} />
        <IconAction
          icon={isPanelHidden ? PanelRightOpenIcon : PanelRightCloseIcon}
          label={t(isPanelHidden ? "editor.panels.show" : "editor.panels.hide")}
          className="max-lg:hidden"
          onClick={useView.getState().togglePanel}
        />
      </div>
    </header>
  );
}

function FlowName() {
  const { t } = useTranslation("flows");
  const name = useEditor((state) => state.document.name);
  return (
    <h1 className="min-w-0 truncate text-sm font-semibold max-sm:max-w-40">{name || t("editor.flow.nameless")}</h1>
  );
}

function StatusBadge({ view }: { view: Schema<"FlowView"> }) {
  const { t } = useTranslation("flows");
  if (!view.published_version_id) return <Badge variant="secondary">{t("editor.status.draft")}</Badge>;
  return <Badge variant="success">{t("editor.status.published", { number: view.published_number })}</Badge>;
}

function FindingsCount() {
  const { t } = useTranslation("flows");
  const all = useFindings((state) => state.all);
  const isCurrent = useFindings((state) => state.isCurrent);
  const { errors, warnings } = countFindings(all);
  const nothing = t(isCurrent ? "editor.findings.none" : "editor.findings.stale");
  const label = all.length ? t("editor.findings.count", { errors, warnings }) : nothing;
  return (
    <Button
      variant="ghost"
      size="sm"
      className="gap-2 px-2 tabular-nums"
      aria-label={label}
      title={label}
      onClick={() => useView.getState().openPanel("findings")}
    >
      {errors > 0 && (
        <span className="flex items-center gap-1 text-destructive">
          <CircleAlertIcon aria-hidden />
          {errors}
        </span>
      )}
      {warnings > 0 && (
        <span className="flex items-center gap-1 text-warning">
          <TriangleAlertIcon aria-hidden />
          {warnings}
        </span>
      )}
      {all.length === 0 && (
        <CircleCheckIcon aria-hidden className={isCurrent ? "text-success" : "text-muted-foreground"} />
      )}
    </Button>
  );
}
