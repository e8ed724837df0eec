import { useTranslation } from "react-i18next";
import { showValue } from "@/lib/json-value";
import type { Failure } from "../utils/turns";

/** What is told as what was expected beside what happened; anything else is told as the API says it. */
const COMPARED = [
  "expected_text",
  "expected_choices",
  "expected_node",
  "expected_end",
  "expected_outcome",
  "expected_variable",
  "expected_effect",
  "expected_silence",
];

/** What was not as a test wants it, in the person's language. */
export function FailureText({ failure: { code, message, values = {} } }: { failure: Failure }) {
  const { t } = useTranslation("flow-panels");
  if (!COMPARED.includes(code))
    return (
      <div className="min-w-0 break-words">
        <p className="first-letter:uppercase">{message}</p>
        {code.endsWith("_mock") && <p>{t("failure.add_mock")}</p>}
      </div>
    );
  return (
    <dl className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-0.5">
      <dt className="col-span-2 font-medium">{t(`failure.${code}`, { name: plain(values.name) })}</dt>
      <dt>{t("failure.expected")}</dt>
      <dd className="min-w-0 break-words">
        {code === "expected_silence" ? t("failure.silence") : plain(values.expected)}
      </dd>
      <dt>{t("failure.got")}</dt>
      <dd className="min-w-0 break-words">{plain(values.got) || t("failure.nothing")}</dd>
    </dl>
  );
}

/** A value as people read it: lists as what is in them. A text that looks like something else keeps its quotes. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.map(plain).join(" · ") : showValue(value);
}
