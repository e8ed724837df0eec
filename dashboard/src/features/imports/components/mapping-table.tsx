import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import {
  Select,
  SelectContent,
  SelectGroup,
  SelectItem,
  SelectLabel,
  SelectTrigger,
  SelectValue,
} from "@/components/ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { assign, samplesOf, targetOfField, TARGETS, type Mapping, type SheetFound } from "../utils/mapping";

const LEFT_OUT = "-";

type Props = { found: SheetFound; mapping: Mapping; onChange: (mapping: Mapping) => void };

/** Says what each column of a file holds; a target that is taken moves to the column it is given. */
export function MappingTable({ found, mapping, onChange }: Props) {
  const { t } = useTranslation("imports");
  const fields = useQuery(contactFieldsQuery).data ?? [];
  return (
    <div className="rounded-lg border bg-card">
      <Table aria-label={t("mapping.label")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("mapping.column")}</TableHead>
            <TableHead>{t("mapping.holds")}</TableHead>
            <TableHead className="hidden sm:table-cell">{t("mapping.samples")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {found.headings.map((heading, place) => (
            <TableRow key={`${place}-${heading}`}>
              <TableCell className="font-medium break-words">
                {heading || t("mapping.unnamed", { place: place + 1 })}
              </TableCell>
              <TableCell>
                <Select
                  value={mapping[heading] ?? LEFT_OUT}
                  onValueChange={(target) => onChange(assign(mapping, heading, target === LEFT_OUT ? null : target))}
                >
                  <SelectTrigger
                    size="sm"
                    className="w-full min-w-36 sm:w-60"
                    aria-label={t("mapping.holdsOf", { heading })}
                  >
                    <SelectValue />
                  </SelectTrigger>
                  <SelectContent>
                    <SelectItem value={LEFT_OUT}>{t("mapping.leftOut")}</SelectItem>
                    <SelectGroup>
                      <SelectLabel>{t("mapping.contact")}</SelectLabel>
                      {TARGETS.map((target) => (
                        <SelectItem key={target} value={target}>
                          {t(`target.${target}`)}
                        </SelectItem>
                      ))}
                    </SelectGroup>
                    {fields.length > 0 && (
                      <SelectGroup>
                        <SelectLabel>{t("mapping.ownFields")}</SelectLabel>
                        {fields.map((field) => (
                          <SelectItem key={field.key} value={targetOfField(field)}>
                            {field.label}
                          </SelectItem>
                        ))}
                      </SelectGroup>
                    )}
                  </SelectContent>
                </Select>
              </TableCell>
              <TableCell className="hidden max-w-72 truncate text-muted-foreground sm:table-cell">
                {samplesOf(found, found.suggested, heading).join(" · ") || "—"}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
