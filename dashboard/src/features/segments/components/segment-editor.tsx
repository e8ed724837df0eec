import { Trash2Icon } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { LeaveGuard } from "@/components/leave-guard";
import { PageHeader } from "@/components/page-header";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { usePageTitle } from "@/hooks/use-page-title";
import { useSendKey } from "@/hooks/use-send-key";
import { tellErrorOrReload } from "@/lib/tell-error";
import { useSaveSegment } from "../api/save-segment";
import { useTree } from "../hooks/use-tree";
import { filterOf, type Group } from "../utils/conditions";
import { problemsOf } from "../utils/problems";
import { DeleteSegmentDialog } from "./delete-segment-dialog";
import { GroupBox } from "./group-box";
import { SegmentPreview } from "./segment-preview";

type Segment = Schema<"SegmentRow">;
type Props = { kept: Segment | null; first: () => Group; onReload: () => void };

/** Builds a filter of contacts and keeps it under a name. */
export function SegmentEditor({ kept, first, onReload }: Props) {
  const { t } = useTranslation("segments");
  const navigate = useNavigate();
  const mayManage = useMay("contacts:manage");
  const { tree, edits } = useTree(first);
  const [base, setBase] = useState(kept);
  const [name, setName] = useState(kept?.name ?? "");
  const [description, setDescription] = useState(kept?.description ?? "");
  const [isTried, setTried] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const saving = useSaveSegment();
  const keyOf = useSendKey();
  const id = useId();
  usePageTitle(kept?.name ?? t("page.new"));

  const problems = problemsOf(tree);
  const segment = { name: name.trim(), description, filter: filterOf(tree) };
  const text = JSON.stringify(segment);
  const [savedText, setSavedText] = useState(kept ? text : null);
  const [firstText] = useState(text);
  const isChanged = text !== savedText;
  const isReady = problems.length === 0 && segment.name !== "";

  const save = () => {
    setTried(true);
    if (!isReady || saving.isPending) return;
    saving.mutate(
      { kept: base, segment, key: keyOf(segment) },
      {
        onSuccess: (saved) => {
          setSavedText(text);
          setBase(saved);
          toast.success(t("page.saved"));
          if (!kept) void navigate(`/segments/${saved.id}`, { replace: true });
        },
        onError: (error) => tellErrorOrReload(error, onReload),
      },
    );
  };

  return (
    <form
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <PageHeader
        back="/segments"
        title={kept?.name ?? t("page.new")}
        description={t("page.description")}
        actions={
          mayManage && (
            <>
              {kept && (
                <Button type="button" variant="outline" size="sm" onClick={() => setDeleting(true)}>
                  <Trash2Icon aria-hidden />
                  {t("common:delete")}
                </Button>
              )}
              <SubmitButton size="sm" pending={saving.isPending} disabled={!isChanged}>
                {t("page.save")}
              </SubmitButton>
            </>
          )
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-5">
          <div className="grid gap-4 sm:grid-cols-2">
            <div className="grid content-start gap-1.5">
              <Label htmlFor={`${id}-name`}>{t("page.name")}</Label>
              <Input
                id={`${id}-name`}
                value={name}
                maxLength={100}
                aria-invalid={isTried && !segment.name}
                aria-describedby={isTried && !segment.name ? `${id}-nameless` : undefined}
                onChange={(event) => setName(event.target.value)}
              />
              {isTried && !segment.name && (
                <p id={`${id}-nameless`} role="alert" className="text-[0.8125rem] text-destructive">
                  {t("page.nameless")}
                </p>
              )}
            </div>
            <div className="grid content-start gap-1.5">
              <Label htmlFor={`${id}-description`}>{t("page.note")}</Label>
              <Input
                id={`${id}-description`}
                value={description}
                maxLength={1000}
                onChange={(event) => setDescription(event.target.value)}
              />
            </div>
          </div>
          <section aria-label={t("builder.title")} className="grid gap-3">
            <h2 className="font-medium">{t("builder.title")}</h2>
            <GroupBox
              group={tree}
              problems={isTried ? problems : problems.filter((one) => one.key === "empty")}
              edits={edits}
            />
            {problems
              .filter((one) => one.id === null)
              .map((one) => (
                <p key={one.key} role="alert" className="text-destructive">
                  {t(`problem.${one.key}`)}
                </p>
              ))}
          </section>
        </div>
        <SegmentPreview kept={kept} isChanged={isChanged} />
      </div>
      <LeaveGuard isAtRisk={mayManage && text !== (savedText ?? firstText)} />
      {isDeleting && kept && <DeleteSegmentDialog segment={kept} onClose={() => setDeleting(false)} />}
    </form>
  );
}
