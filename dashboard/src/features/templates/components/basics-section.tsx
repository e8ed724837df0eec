import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { currentLanguage } from "@/lib/language";
import { useEditor } from "../hooks/use-editor";
import { CATEGORIES } from "../utils/draft";
import { SHOWN_GAPS } from "../utils/gaps";
import { LANGUAGES, languageName, USUAL } from "../utils/languages";
import { MAX_NAME, nameOf } from "../utils/rules";
import { EditorField } from "./editor-field";
import { EditorSelect } from "./editor-select";

const FORMATS = ["positional", "named"] as const;

/** What a template is called, in which language it is, what it is for. */
export function BasicsSection() {
  const { t } = useTranslation("templates");
  const { draft, locked, set } = useEditor();
  const codes = [...USUAL, ...LANGUAGES.filter((one) => !USUAL.includes(one))];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <EditorField
        at="name"
        label={t("fields.name")}
        hint={locked.identity ? t("editor.nameLocked") : t("editor.nameHint")}
        counted={{ text: draft.name, most: MAX_NAME }}
      >
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            disabled={locked.identity}
            autoComplete="off"
            spellCheck={false}
            placeholder="lembrete_consulta"
            onChange={(event) => set({ name: nameOf(event.target.value) })}
          />
        )}
      </EditorField>
      <EditorField at="language" label={t("fields.language")}>
        {(control) => (
          <EditorSelect
            {...control}
            value={draft.language}
            disabled={locked.identity}
            options={codes.map((value) => ({ value, label: `${languageName(value, currentLanguage())} · ${value}` }))}
            onChange={(language) => set({ language })}
          />
        )}
      </EditorField>
      <EditorField
        at="category"
        label={t("fields.category")}
        hint={t(locked.category ? "editor.categoryLocked" : `categoryHint.${draft.category}`)}
      >
        {(control) => (
          <EditorSelect
            {...control}
            value={draft.category}
            disabled={locked.category}
            options={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
            onChange={(category) => set({ category })}
          />
        )}
      </EditorField>
      {draft.category !== "authentication" && (
        <EditorField at="parameter_format" label={t("editor.format")} hint={t(`formatHint.${draft.format}`)}>
          {(control) => (
            <EditorSelect
              {...control}
              value={draft.format}
              disabled={locked.identity}
              options={FORMATS.map((value) => ({ value, label: t(`format.${value}`, SHOWN_GAPS) }))}
              onChange={(format) => set({ format })}
            />
          )}
        </EditorField>
      )}
    </div>
  );
}
