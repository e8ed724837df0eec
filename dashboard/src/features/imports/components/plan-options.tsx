import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { tagsQuery } from "@/api/tags/list-tags";
import { TagChip } from "@/components/contacts/tag-chip";
import { TagPicker } from "@/components/contacts/tag-picker";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { hasConsent, type Plan } from "../utils/mapping";

const POLICIES = ["skip", "fill_empty", "update"] as const;
const BASES = ["consent", "contract", "legal_obligation", "legitimate_interest", "credit_protection"] as const;

type Props = { plan: Plan; onChange: (plan: Plan) => void };

function Duplicates({ plan, onChange }: Props) {
  const { t } = useTranslation("imports");
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t("options.duplicates")}</legend>
      <RadioGroup
        value={plan.duplicates}
        onValueChange={(next) => onChange({ ...plan, duplicates: POLICIES.find((one) => one === next) ?? "skip" })}
      >
        {POLICIES.map((policy) => (
          <div key={policy} className="flex items-start gap-2">
            <RadioGroupItem value={policy} id={`${id}-${policy}`} className="mt-0.5" />
            <Label htmlFor={`${id}-${policy}`} className="grid gap-0.5 font-normal">
              {t(`options.policy.${policy}`)}
              <span className="text-xs text-muted-foreground">{t(`options.policyHint.${policy}`)}</span>
            </Label>
          </div>
        ))}
      </RadioGroup>
    </fieldset>
  );
}

function Tags({ plan, onChange }: Props) {
  const { t } = useTranslation("imports");
  const tags = useQuery(tagsQuery).data ?? [];
  const usesTags = Object.values(plan.mapping ?? {}).includes("tags");
  return (
    <div className="grid content-start gap-2">
      <p className="font-medium">{t("options.tags")}</p>
      <div className="flex flex-wrap items-center gap-1.5">
        {tags
          .filter((tag) => plan.tag_ids.includes(tag.id))
          .map((tag) => (
            <TagChip key={tag.id} name={tag.name} color={tag.color} />
          ))}
        <TagPicker
          label={t("options.chooseTags")}
          chosen={plan.tag_ids}
          onChange={(tag_ids) => onChange({ ...plan, tag_ids })}
        />
      </div>
      {usesTags && (
        <Label className="font-normal">
          <Checkbox
            checked={plan.creates_tags}
            onCheckedChange={(is) => onChange({ ...plan, creates_tags: is === true })}
          />
          {t("options.createsTags")}
        </Label>
      )}
    </div>
  );
}

function Consent({ plan, onChange }: Props) {
  const { t } = useTranslation("imports");
  const id = useId();
  return (
    <fieldset className="grid gap-3 sm:col-span-2">
      <legend className="mb-2 font-medium">{t("options.consent")}</legend>
      <p className="text-muted-foreground">{t("options.consentHint")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="grid content-start gap-1.5">
          <Label htmlFor={`${id}-basis`}>{t("options.basis")}</Label>
          <Select
            value={plan.legal_basis ?? ""}
            onValueChange={(next) => onChange({ ...plan, legal_basis: BASES.find((one) => one === next) ?? null })}
          >
            <SelectTrigger id={`${id}-basis`} className="w-full">
              <SelectValue placeholder={t("options.chooseBasis")} />
            </SelectTrigger>
            <SelectContent>
              {BASES.map((basis) => (
                <SelectItem key={basis} value={basis}>
                  {t(`basis.${basis}`)}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </div>
        <div className="grid content-start gap-1.5">
          <Label htmlFor={`${id}-text`}>{t("options.consentText")}</Label>
          <Textarea
            id={`${id}-text`}
            rows={2}
            maxLength={4000}
            value={plan.consent_text ?? ""}
            placeholder={t("options.consentExample")}
            onChange={(event) => onChange({ ...plan, consent_text: event.target.value || null })}
          />
        </div>
      </div>
    </fieldset>
  );
}

/** What is done with whom one knows already, with tags, and on what consents rest. */
export function PlanOptions({ plan, onChange }: Props) {
  return (
    <div className="grid gap-6 rounded-lg border bg-card p-4 sm:grid-cols-2">
      <Duplicates plan={plan} onChange={onChange} />
      <Tags plan={plan} onChange={onChange} />
      {hasConsent(plan.mapping ?? {}) && <Consent plan={plan} onChange={onChange} />}
    </div>
  );
}
