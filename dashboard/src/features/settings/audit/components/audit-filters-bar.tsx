import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { usersQuery } from "@/api/users/list-users";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { AUDIT_ACTIONS } from "../utils/actions";
import { useAuditFilters } from "../utils/use-audit-filters";

const ANY = "any";

/** By what the list is narrowed. */
export function AuditFiltersBar() {
  const { t } = useTranslation("settings");
  const id = useId();
  const { chosen, choose } = useAuditFilters();
  const mayList = useMay("users:read");
  const people = useQuery({ ...usersQuery({ limit: 100, sort: "name", order: "asc" }), enabled: mayList }).data?.items;
  return (
    <div role="search" aria-label={t("audit.filters")} className="mb-4 flex flex-wrap items-end gap-3">
      <Choice
        id={`${id}-action`}
        label={t("audit.action")}
        value={chosen.action ?? ANY}
        onChange={(value) => choose("action", value === ANY ? "" : value)}
        options={AUDIT_ACTIONS.map((action) => ({ value: action, label: t(`audit.actions.${action}`) }))}
      />
      {people && (
        <Choice
          id={`${id}-user`}
          label={t("audit.user")}
          value={chosen.userId ?? ANY}
          onChange={(value) => choose("user", value === ANY ? "" : value)}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
        />
      )}
      {(["from", "to"] as const).map((name) => (
        <div key={name} className="grid gap-1">
          <Label htmlFor={`${id}-${name}`} className="text-xs">
            {t(`audit.${name}`)}
          </Label>
          <Input
            id={`${id}-${name}`}
            type="date"
            value={chosen[name]}
            onChange={(event) => choose(name, event.target.value)}
            className="w-40"
          />
        </div>
      ))}
    </div>
  );
}

type ChoiceProps = {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
};

function Choice({ id, label, value, onChange, options }: ChoiceProps) {
  const { t } = useTranslation("settings");
  return (
    <div className="grid gap-1">
      <Label htmlFor={id} className="text-xs">
        {label}
      </Label>
      <Select value={value} onValueChange={onChange}>
        <SelectTrigger id={id} className="w-56">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ANY}>{t("audit.any")}</SelectItem>
          {options.map((option) => (
            <SelectItem key={option.value} value={option.value}>
              {option.label}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
