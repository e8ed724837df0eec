import { XIcon } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/badge";
import { Input } from "@/components/ui/input";

type Props = {
  words: string[];
  onChange: (words: string[]) => void;
  isReadOnly: boolean;
  id?: string;
  "aria-describedby"?: string;
};

/** Words, added by Enter or a comma and taken away one by one. */
export function KeywordsInput({ words, onChange, isReadOnly, ...input }: Props) {
  const { t } = useTranslation("flows");
  const [text, setText] = useState("");
  const add = () => {
    const word = text.trim();
    if (word && !words.includes(word)) onChange([...words, word]);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    add();
  };
  return (
    <>
      <Input
        {...input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
      {words.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {words.map((word) => (
            <li key={word}>
              <Badge variant="secondary" className="gap-1 pr-0.5">
                {word}
                {!isReadOnly && (
                  <button
                    type="button"
                    className="inline-flex size-6 items-center justify-center rounded-full outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60"
                    aria-label={t("editor.trigger.removeKeyword", { word })}
                    onClick={() => onChange(words.filter((one) => one !== word))}
                  >
                    <XIcon aria-hidden className="size-3" />
                  </button>
                )}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
