import { useTranslation } from "react-i18next";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useEditor } from "../hooks/use-editor";
import { MAX_TEXT } from "../utils/button-rules";
import { MAX_MINUTES } from "../utils/rules";
import { EditorField } from "./editor-field";

/** A code to log in: Meta writes the text, little is left to choose. */
export function CodeSection() {
  const { t } = useTranslation("templates");
  const { draft, set } = useEditor();
  const { code } = draft;
  const change = (changes: Partial<typeof code>) => set({ code: { ...code, ...changes } });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <p className="text-muted-foreground sm:col-span-2">{t("editor.codeExplained")}</p>
      <Label className="font-normal sm:col-span-2">
        <Checkbox checked={code.warns} onCheckedChange={(is) => change({ warns: is === true })} />
        {t("editor.codeWarns")}
      </Label>
      <EditorField at="code.minutes" label={t("editor.codeMinutes")}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={MAX_MINUTES}
            value={Number.isNaN(code.minutes) ? "" : code.minutes}
            onChange={({ target }) => change({ minutes: target.value === "" ? Number.NaN : Number(target.value) })}
          />
        )}
      </EditorField>
      <EditorField at="code.text" label={t("editor.codeButton")} counted={{ text: code.text, most: MAX_TEXT }}>
        {(control) => (
          <Input
            {...control}
            value={code.text}
            placeholder={t("preview.copyCode")}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </EditorField>
    </div>
  );
}
