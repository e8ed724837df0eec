import { useTranslation } from "react-i18next";
import { showValue } from "@/lib/json-value";

/** What every flow of a chatbot begins with. */
export function SharedVariables({ variables }: { variables: unknown }) {
  const { t } = useTranslation("chatbots");
  const known = Object.entries(typeof variables === "object" && variables !== null ? variables : {});
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="variables-title" className="space-y-3">
      <h2 id="variables-title" className="text-base font-semibold">
        {t("form.variables")}
      </h2>
      <dl className="grid gap-x-4 gap-y-1 rounded-lg border bg-card p-4 sm:grid-cols-[auto_1fr]">
        {known.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="font-mono text-muted-foreground">{name}</dt>
            <dd className="break-words">{showValue(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
