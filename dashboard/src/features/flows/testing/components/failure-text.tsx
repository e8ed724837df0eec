import { useTranslation } from "react-i18next";
import { readFailure } from "../utils/failure";

/** What was expected and what happened, in the person's language. */
export function FailureText({ message }: { message: string }) {
  const { t } = useTranslation("flow-panels");
  const { kind, name = "", expected = "", got = "" } = readFailure(message);
  if (kind === "other") return <p className="min-w-0 break-words">{message}</p>;
  if (kind === "no_choice") return <p className="min-w-0 break-words">{t("failure.no_choice", { expected })}</p>;
  if (kind === "mock") return <p className="min-w-0 break-words">{t("failure.mock", { call: got })}</p>;
  return (
    <dl className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-0.5">
      <dt className="col-span-2 font-medium">{t(`failure.${kind}`, { name })}</dt>
      <dt>{t("failure.expected")}</dt>
      <dd className="min-w-0 break-words">{kind === "silent" ? t("failure.silence") : expected}</dd>
      <dt>{t("failure.got")}</dt>
      <dd className="min-w-0 break-words">{got || t("failure.nothing")}</dd>
    </dl>
  );
}
