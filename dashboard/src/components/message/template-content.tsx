import { LayoutTemplateIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ContentOf } from "./content";
import { FormattedText } from "./formatted-text";

/** A template as the contact reads it; its name where the text is not known. */
export function TemplateContent({ template }: { template: ContentOf<"template"> }) {
  const { t } = useTranslation("message");
  return (
    <div className="grid gap-1">
      {template.preview ? <FormattedText body={template.preview} /> : null}
      <p className="flex items-center gap-1 text-xs opacity-80">
        <LayoutTemplateIcon aria-hidden className="size-3" />{" "}
        {t("template", { name: template.name, language: template.language })}
      </p>
    </div>
  );
}
