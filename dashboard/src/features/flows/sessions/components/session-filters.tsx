import { X } from "lucide-react";
import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { formatDateTime } from "@/lib/format";
import { useFlowT } from "../../hooks/use-flow-t";
import { readDocument } from "../../utils/document";
import { titleOf } from "../../utils/search";
import { CAUSES, type FilterName, FILTERS, STATUSES } from "../utils/filters";
import { FilterSelect } from "./filter-select";

const OWN: FilterName[] = ["status", "cause", "node", "version"];
const TIMES: FilterName[] = ["from", "to"];

/** Narrows the list; what a number of the flow named besides is shown and can be taken away. */
export function SessionFilters({ document }: { document: unknown }) {
  const { t } = useTranslation("flow-panels");
  const flowT = useFlowT();
  const id = useId();
  const [search, setSearch] = useSearchParams();
  const nodes = useMemo(() => readDocument(document).nodes, [document]);
  const put = (name: FilterName, value: string) =>
    setSearch((now) => {
      if (value) now.set(name, value);
      else now.delete(name);
      return now;
    });
  const others = FILTERS.filter((name) => search.get(name) && !OWN.includes(name));
  const said = (name: FilterName) => {
    const value = search.get(name) ?? "";
    return TIMES.includes(name) && !Number.isNaN(Date.parse(value)) ? formatDateTime(value) : value;
  };
  return (
    <div className="grid grid-cols-2 gap-2 border-b p-3">
      <FilterSelect
        label={t("filters.status")}
        value={search.get("status")}
        onChange={(value) => put("status", value)}
        options={STATUSES.map((one) => [one, t(`status.${one}`)])}
      />
      <FilterSelect
        label={t("filters.cause")}
        value={search.get("cause")}
        onChange={(value) => put("cause", value)}
        options={CAUSES.map((one) => [one, t(`causes.${one}`)])}
      />
      <FilterSelect
        label={t("filters.node")}
        value={search.get("node")}
        onChange={(value) => put("node", value)}
        options={nodes.map((node) => [node.id, t("setup.node", { name: titleOf(node, flowT), id: node.id })])}
      />
      <div className="space-y-1">
        <Label htmlFor={`${id}-version`} className="text-xs">
          {t("filters.version")}
        </Label>
        <Input
          id={`${id}-version`}
          type="number"
          min={1}
          value={search.get("version") ?? ""}
          onChange={(event) => put("version", event.target.value)}
        />
      </div>
      {TIMES.map((name) => (
        <div key={name} className="space-y-1">
          <Label htmlFor={`${id}-${name}`} className="text-xs">
            {t(`filters.${name}`)}
          </Label>
          <Input
            id={`${id}-${name}`}
            type="date"
            value={dayOfFilter(search.get(name))}
            onChange={(event) =>
              put(name, event.target.value ? new Date(`${event.target.value}T00:00`).toISOString() : "")
            }
          />
        </div>
      ))}
      {others.length > 0 && (
        <ul className="col-span-2 flex flex-wrap gap-1.5" aria-label={t("filters.others")}>
          {others.map((name) => (
            <li key={name}>
              <Button
                variant="secondary"
                size="sm"
                className="h-6 max-w-64 text-xs"
                aria-label={t("filters.remove", { name: t(`filters.${name}`) })}
                onClick={() => put(name, "")}
              >
                <span className="truncate">{t("filters.is", { name: t(`filters.${name}`), value: said(name) })}</span>
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The day of a moment as a field for days has it, on this browser's clock. */
function dayOfFilter(at: string | null): string {
  const date = new Date(at ?? "");
  if (Number.isNaN(date.getTime())) return "";
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
