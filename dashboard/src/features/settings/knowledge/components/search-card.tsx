import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "@/components/loaded";
import { SearchInput } from "@/components/search-input";
import { SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";
import { passagesQuery } from "../api/search-base";

/** Shows what a question would find in a base. */
export function SearchCard({ baseId }: { baseId: string }) {
  const { t } = useTexts();
  const [q, setQ] = useState("");
  const found = useQuery(passagesQuery(baseId, q));
  return (
    <SettingsCard title={t("knowledge.search")} description={t("knowledge.search-hint")}>
      <SearchInput value={q} onChange={setQ} label={t("knowledge.question")} className="mb-3 max-w-lg" />
      <div aria-live="polite">
        {q !== "" && (
          <Loaded query={found}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="text-sm text-muted-foreground">{t("knowledge.nothing")}</p>
              ) : (
                <ol className="divide-y text-sm">
                  {items.map((one, at) => (
                    <li key={at} className="py-3">
                      <p className="font-medium">{one.heading || one.document_name}</p>
                      <p className="mb-1 text-xs text-muted-foreground">{one.document_name}</p>
                      <p className="line-clamp-4 whitespace-pre-wrap">{one.text}</p>
                    </li>
                  ))}
                </ol>
              )
            }
          </Loaded>
        )}
      </div>
    </SettingsCard>
  );
}
