import { useEffect, useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LeaveGuard } from "@/components/leave-guard";
import { PageHeader } from "@/components/page-header";
import { SubmitButton } from "@/components/submit-button";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Label } from "@/components/ui/label";
import type { Schema } from "@/api/types";
import { Input } from "@/components/ui/input";
import { toast } from "sonner";
import { EditorContext, useEditor } from "../hooks/use-editor";
import { useDraft } from "../hooks/use-draft";
import type { Draft } from "../utils/draft";
import { MAX_FOOTER } from "../utils/rules";
import { BasicsSection } from "./basics-section";
import { BodySection } from "./body-section";
import { ButtonsSection } from "./buttons-section";
import { CodeSection } from "./code-section";
import { EditorField } from "./editor-field";
import { EditorSelect } from "./editor-select";
import { HeaderSection } from "./header-section";
import { PhonePreview } from "./phone-preview";

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-3 rounded-lg border bg-card p-4">
      <h2 className="font-medium">{title}</h2>
      {children}
    </section>
  );
}

function FooterField() {
  const { t } = useTranslation("templates");
  const { draft, set } = useEditor();
  return (
    <EditorField at="footer" label={t("editor.footer")} counted={{ text: draft.footer, most: MAX_FOOTER }}>
      {(control) => (
        <Input {...control} value={draft.footer} onChange={(event) => set({ footer: event.target.value })} />
      )}
    </EditorField>
  );
}

/** The address of a chosen file while it is shown, so that it can be seen before anybody has it. */
function useFileUrl() {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  return { url, show: (file: File) => setUrl(URL.createObjectURL(file)) };
}

type Numbers = { chosen: string; options: readonly { id: string; name: string }[]; onChoose: (id: string) => void };
type Props = {
  first: Draft;
  /** The one that is changed; null for a new one. */
  kept: Schema<"TemplateRow"> | null;
  numbers: Numbers | null;
  pending: boolean;
  /** Sends the draft; throws the API's refusal, which is then shown at its places. */
  onSend: (draft: Draft) => Promise<void>;
};

/** Writes a template under Meta's rules, with the phone beside it. */
export function TemplateEditor({ first, kept, numbers, pending, onSend }: Props) {
  const { t } = useTranslation("templates");
  const { draft, set, findingsAt, toldAt, refuse, isReady, isChanged, tryIt } = useDraft(first);
  const file = useFileUrl();
  const id = useId();
  const isCode = draft.category === "authentication";
  const locked = { identity: kept !== null, category: kept?.status === "approved" };

  const send = async () => {
    tryIt();
    if (!isReady) {
      toast.error(t("editor.notReady"));
      return;
    }
    try {
      await onSend(draft);
    } catch (error) {
      const words = refuse(error);
      if (words) toast.error(words);
    }
  };

  return (
    <EditorContext value={{ draft, locked, set, findingsAt, toldAt }}>
      <form
        className="grid gap-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <LeaveGuard isAtRisk={isChanged} />
        <PageHeader
          back={kept ? `/templates/${kept.id}` : "/templates"}
          title={kept ? t("editor.titleEdit", { name: kept.name }) : t("editor.titleNew")}
          description={t("editor.description")}
          actions={
            <SubmitButton size="sm" pending={pending}>
              {t("editor.submit")}
            </SubmitButton>
          }
        />
        {kept?.rejected_reason && (
          <Alert variant="destructive">
            <AlertTitle>{t("page.rejected")}</AlertTitle>
            <AlertDescription>
              {t(`reason.${kept.rejected_reason.toLowerCase()}`, kept.rejected_reason)}
            </AlertDescription>
          </Alert>
        )}
        <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
          <div className="grid min-w-0 gap-4">
            <Section title={t("editor.basics")}>
              {numbers && numbers.options.length > 1 && (
                <div className="grid gap-1.5">
                  <Label htmlFor={`${id}-number`}>{t("editor.number")}</Label>
                  <EditorSelect
                    id={`${id}-number`}
                    value={numbers.chosen}
                    options={numbers.options.map(({ id: value, name }) => ({ value, label: name }))}
                    onChange={numbers.onChoose}
                  />
                </div>
              )}
              <BasicsSection />
            </Section>
            {isCode ? (
              <Section title={t("editor.codeTitle")}>
                <CodeSection />
              </Section>
            ) : (
              <>
                <Section title={t("editor.content")}>
                  <HeaderSection onFile={file.show} />
                  <BodySection />
                  <FooterField />
                </Section>
                <Section title={t("editor.buttons")}>
                  <ButtonsSection />
                </Section>
              </>
            )}
          </div>
          <div className="grid gap-2 lg:sticky lg:top-5">
            <h2 className="font-medium">{t("preview.title")}</h2>
            <PhonePreview draft={draft} fileUrl={draft.header.sample ? file.url : null} />
            <p className="text-xs text-muted-foreground">{t("preview.withExamples")}</p>
          </div>
        </div>
      </form>
    </EditorContext>
  );
}
