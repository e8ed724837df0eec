import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { SectionPage } from "../../components/section-page";
import { useTexts } from "../../kit/use-texts";
import { useAddRule } from "../api/add-rule";
import { RuleForm } from "./rule-form";

/** Makes a rule; it begins switched off, to be tried first. */
export function NewRulePage() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const navigate = useNavigate();
  const add = useAddRule();
  const keyOf = useIdempotencyKey();
  return (
    <SectionPage
      title={t("rules.add")}
      description={t("rules.add-hint")}
      back={{ to: "/settings/automation", label: frame("sections.automation.title") }}
    >
      <RuleForm
        send={async (body) => {
          const made = await add.mutateAsync({ key: keyOf(body), body });
          await navigate(`/settings/automation/${made.id}`, { replace: true });
        }}
      />
    </SectionPage>
  );
}
