import { BracesIcon } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useEditor } from "../hooks/use-editor";
import { gapsOf, nextGap } from "../utils/gaps";
import { MAX_BODY } from "../utils/rules";
import { EditorField } from "./editor-field";

/** The text with its gaps, and an example for each of them. */
export function BodySection() {
  const { t } = useTranslation("templates");
  const { draft, set, toldAt } = useEditor();
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, examples } = draft.body;
  const gaps = gapsOf(text);
  const insert = () => {
    const at = area.current?.selectionStart ?? text.length;
    set({ body: { text: text.slice(0, at) + nextGap(text, draft.format) + text.slice(at), examples } });
    area.current?.focus();
  };
  const told = toldAt("body.examples");
  return (
    <div className="grid gap-4">
      <EditorField
        at="body.text"
        label={t("editor.body")}
        hint={t("editor.bodyHint")}
        counted={{ text, most: MAX_BODY }}
      >
        {(control) => (
          <Textarea
            {...control}
            ref={area}
            rows={6}
            value={text}
            onChange={(event) => set({ body: { text: event.target.value, examples } })}
          />
        )}
      </EditorField>
      <Button type="button" variant="outline" size="sm" className="justify-self-start" onClick={insert}>
        <BracesIcon aria-hidden />
        {t("editor.addGap")}
      </Button>
      {gaps.length > 0 && (
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-medium">{t("editor.examples")}</legend>
          <p className="text-[0.8125rem] text-muted-foreground">{t("editor.examplesHint")}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            {gaps.map((gap) => (
              <EditorField key={gap} at={`body.examples.${gap}`} label={`{{${gap}}}`}>
                {(control) => (
                  <Input
                    {...control}
                    value={examples[gap] ?? ""}
                    placeholder={t("editor.exampleHint")}
                    onChange={(event) => set({ body: { text, examples: { ...examples, [gap]: event.target.value } } })}
                  />
                )}
              </EditorField>
            ))}
          </div>
          {told && <p className="text-destructive">{told}</p>}
        </fieldset>
      )}
    </div>
  );
}
