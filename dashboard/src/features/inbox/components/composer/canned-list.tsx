import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { CannedResponse } from "@/api/canned-responses/list-canned-responses";
import { renderedResponseQuery } from "@/api/canned-responses/render-canned-response";
import { contentOf } from "@/components/message/content";
import { MessageContentView } from "@/components/message/message-content";
import type { Suggestions } from "../../hooks/use-suggestions";
import { wordsOf } from "../../utils/canned";
import { SuggestionList } from "./suggestion-list";

type Props = {
  conversationId: string;
  items: readonly CannedResponse[];
  suggestions: Suggestions<CannedResponse>;
  onTake: (response: CannedResponse) => void;
};

/** The canned responses that fit the shortcut being written, the pointed one as this contact would read it. */
export function CannedList({ conversationId, items, suggestions, onTake }: Props) {
  const { t } = useTranslation("inbox");
  const pointed = items[suggestions.at];
  return (
    <SuggestionList
      label={t("composer.canned.title")}
      items={items}
      suggestions={suggestions}
      idOf={({ id }) => id}
      onTake={onTake}
      aside={pointed && suggestions.isOpen ? <Preview response={pointed} conversationId={conversationId} /> : null}
    >
      {(response) => (
        <>
          <span className="mr-2 font-mono text-xs text-primary">/{response.shortcut.replace(/^\//, "")}</span>
          <span className="font-medium">{response.title}</span>
          <span className="block truncate text-xs text-muted-foreground">{wordsOf(response.content)}</span>
        </>
      )}
    </SuggestionList>
  );
}

function Preview({ response, conversationId }: { response: CannedResponse; conversationId: string }) {
  const { t } = useTranslation("inbox");
  const rendered = useQuery(renderedResponseQuery(response.id, conversationId));
  const content = rendered.data?.content ?? response.content;
  return (
    <div className="w-64 shrink-0 overflow-y-auto border-l bg-muted p-3 text-sm max-md:hidden">
      <p className="mb-1 text-xs text-muted-foreground">{t("composer.canned.preview")}</p>
      <MessageContentView content={contentOf(content)} />
    </div>
  );
}
