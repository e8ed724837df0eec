import { useTranslation } from "react-i18next";
import type { Step } from "../utils/script";

/** Gives what tells an action in a line: `Diz “oi”`. */
export function useStepText(): (step: Step) => string {
  const { t } = useTranslation("flow-panels");
  return (step) => {
    if (step.say != null) return t("step.say", { text: step.say });
    if (step.choose != null) return t("step.choose", { text: step.choose });
    if (step.send != null) return t("step.send", { text: String(step.send.type ?? "") });
    if (step.wait != null) return t("step.wait", { text: step.wait });
    if (step.fail != null) return t("step.fail", { text: step.fail });
    if (step.cancel != null) return t("step.cancel");
    return t("step.begin");
  };
}
