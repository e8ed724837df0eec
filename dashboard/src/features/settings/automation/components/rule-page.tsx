import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Loaded } from "@/components/loaded";
import { SectionPage } from "../../components/section-page";
import { DeleteButton } from "../../kit/delete-button";
import { useTexts } from "../../kit/use-texts";
import { useDeleteRule } from "../api/delete-rule";
import { ruleQuery } from "../api/get-rule";
import { useSaveRule } from "../api/save-rule";
import { DryRunCard } from "./dry-run-card";
import { RuleForm } from "./rule-form";
import { RunsCard } from "./runs-card";

/** One rule: what it does, what it would do, what it did. */
export function RulePage({ ruleId }: { ruleId: string }) {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const rule = useQuery(ruleQuery(ruleId));
  const save = useSaveRule();
  const remove = useDeleteRule();
  return (
    <SectionPage
      title={rule.data?.name ?? t("rules.one")}
      back={{ to: "/settings/automation", label: frame("sections.automation.title") }}
      actions={
        rule.data && (
          <DeleteButton
            id={ruleId}
            name={rule.data.name}
            hint={t("rules.delete-hint")}
            remove={remove}
            onDone={() => void navigate("/settings/automation", { replace: true })}
          />
        )
      }
    >
      <Loaded query={rule}>
        {(data) => (
          <>
            <RuleForm
              rule={data}
              send={(body) => save.mutateAsync({ id: ruleId, version: data.version, body })}
              reload={() => void client.invalidateQueries({ queryKey: ["automation-rules"] })}
            />
            <DryRunCard ruleId={ruleId} />
            <RunsCard ruleId={ruleId} />
          </>
        )}
      </Loaded>
    </SectionPage>
  );
}
