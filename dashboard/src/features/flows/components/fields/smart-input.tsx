import { Braces } from "lucide-react";
import { useMemo, useState, type ChangeEvent, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { Textarea } from "@/components/ui/textarea";
import { cn } from "@/lib/utils";
import { doubtsOfExpression } from "../../utils/language/cel";
import { doubtsOfTemplate } from "../../utils/language/liquid";
import { Field } from "./field";
import { FormatButtons } from "./format-buttons";
import { useFormScope } from "./form-scope";
import { LanguageHelp } from "./language-help";
import { useInsertion } from "./use-insertion";
import { spelled } from "./variable-entries";
import { VariablePicker } from "./variable-picker";

type Language = "template" | "expression";

export type SmartProps = {
  path: string;
  within?: boolean;
  label: string;
  isLabelHidden?: boolean;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  isMultiline?: boolean;
  limit?: number;
  className?: string;
};

type Props = SmartProps & { language: Language; hasSecrets?: boolean; hasFormat?: boolean; actions?: ReactNode };

/** A text in one of the two languages, with a picker of variables, help, and hints at what looks odd. */
export function SmartInput(props: Props) {
  const {
    language,
    value,
    onChange,
    isMultiline,
    limit,
    hasSecrets = false,
    hasFormat = false,
    actions,
    ...field
  } = props;
  const { t } = useTranslation("flow-nodes");
  const { readOnly, says } = useFormScope();
  const insertion = useInsertion(value, onChange);
  const [isFocused, setIsFocused] = useState(false);
  const found = useDoubts(language, value);
  const doubts = isFocused || insertion.isOpen || says(props.path) ? [] : found;

  const handlers = {
    ref: insertion.attach,
    value,
    placeholder: props.placeholder,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { value: text, selectionStart } = event.target;
      onChange(text);
      const caret = selectionStart ?? text.length;
      const isGrowing = text.length > value.length;
      if (language === "template" && isGrowing && text.slice(caret - 2, caret) === "{{") insertion.mark(2);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.code !== "Space") return;
      event.preventDefault();
      insertion.mark();
    },
    onFocus: () => setIsFocused(true),
    onBlur: () => setIsFocused(false),
    className: cn(language === "expression" && "font-mono text-xs", isMultiline && "max-h-80"),
    spellCheck: language === "template",
    autoComplete: "off",
  };

  return (
    <Field
      {...field}
      {...(limit === undefined ? {} : { count: { length: value.length, limit } })}
      actions={
        readOnly ? undefined : (
          <>
            {actions}
            {hasFormat && <FormatButtons onWrap={insertion.wrap} />}
            <Button
              variant="ghost"
              size="icon-sm"
              className="size-6"
              aria-label={t("variables.insertInto", { field: props.label })}
              onClick={() => insertion.mark()}
            >
              <Braces aria-hidden />
            </Button>
            <LanguageHelp language={language} onTake={(code) => insertion.insert(code)} />
          </>
        )
      }
    >
      {(control) => (
        <>
          <Popover open={insertion.isOpen} onOpenChange={(open) => !open && insertion.close()}>
            <PopoverAnchor asChild>
              {isMultiline ? <Textarea rows={2} {...control} {...handlers} /> : <Input {...control} {...handlers} />}
            </PopoverAnchor>
            <PopoverContent
              align="start"
              className="w-80 p-0"
              aria-label={t("variables.title")}
              onCloseAutoFocus={(event) => event.preventDefault()}
            >
              <VariablePicker hasSecrets={hasSecrets} onPick={(path) => insertion.insert(spelled(path, language))} />
            </PopoverContent>
          </Popover>
          {doubts.map((doubt) => (
            <p key={doubt} className="text-xs text-warning">
              {doubt}
            </p>
          ))}
        </>
      )}
    </Field>
  );
}

function useDoubts(language: Language, value: string): string[] {
  const { t } = useTranslation("flow-nodes");
  const { variables } = useFormScope();
  return useMemo(() => {
    const names = new Set(variables.map((variable) => variable.name));
    const found = language === "expression" ? doubtsOfExpression(value, names) : doubtsOfTemplate(value, names);
    return found.map(({ code, params }) => t(`doubts.${code}`, params));
  }, [language, value, variables, t]);
}
