import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDownIcon, ArrowUpIcon, BanIcon, ChevronsUpDownIcon } from "lucide-react";
import { memo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ContactFilters } from "@/api/contacts/list-contacts";
import { contactName } from "@/components/contacts/contact-name";
import { LoadMore } from "@/components/load-more";
import { UserAvatar } from "@/components/user-avatar";
import { formatPhone } from "@/lib/format";
import { cn } from "@/lib/utils";
import type { ContactColumn, ContactRow } from "../hooks/use-contact-columns";

const ROW_HEIGHT = 49;

export type SortBy = NonNullable<ContactFilters["sort"]>;
type Order = NonNullable<ContactFilters["order"]>;

type HeadProps = {
  header: string;
  by?: SortBy;
  sort: SortBy;
  order: Order;
  onSort: (sort: SortBy, order: Order) => void;
  className?: string;
};

function Head({ header, by, sort, order, onSort, className }: HeadProps) {
  const look = cn("h-9 px-3 text-left text-xs font-medium whitespace-nowrap text-muted-foreground", className);
  if (!by)
    return (
      <th scope="col" className={look}>
        {header}
      </th>
    );
  const isBy = sort === by;
  const Icon = isBy ? (order === "asc" ? ArrowUpIcon : ArrowDownIcon) : ChevronsUpDownIcon;
  const next = isBy && order === "desc" ? "asc" : isBy ? "desc" : by === "name" ? "asc" : "desc";
  return (
    <th scope="col" className={look} aria-sort={isBy ? (order === "asc" ? "ascending" : "descending") : "none"}>
      <button
        type="button"
        className="-mx-1.5 inline-flex min-h-6 items-center gap-1 rounded-sm px-1.5 outline-none hover:text-foreground focus-visible:ring-[3px] focus-visible:ring-ring/60"
        onClick={() => onSort(by, next)}
      >
        {header}
        <Icon aria-hidden className={cn("size-3.5", !isBy && "opacity-50")} />
      </button>
    </th>
  );
}

type RowProps = { row: ContactRow; columns: readonly ContactColumn[]; index: number };

const Row = memo(function Row({ row, columns, index }: RowProps) {
  const { t } = useTranslation("contacts");
  const name = contactName(row);
  return (
    <tr aria-rowindex={index + 2} className="border-b hover:bg-muted/60" style={{ height: ROW_HEIGHT }}>
      <td className="px-3 py-1">
        <Link
          to={`/contacts/${row.id}`}
          className="flex min-w-0 items-center gap-2.5 rounded-md outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60"
        >
          <UserAvatar name={name} />
          <span className="min-w-0">
            <span className="flex items-center gap-1.5 font-medium">
              <span className="max-w-56 truncate">{name}</span>
              {row.blocked_at && (
                <span title={t("blocked")}>
                  <BanIcon aria-hidden className="size-3.5 text-destructive" />
                  <span className="sr-only">{t("blocked")}</span>
                </span>
              )}
            </span>
            {row.phone && (
              <span className="block text-xs text-muted-foreground md:hidden">{formatPhone(row.phone)}</span>
            )}
          </span>
        </Link>
      </td>
      {columns.map((column) => (
        <td key={column.id} className="hidden max-w-72 truncate px-3 py-1 whitespace-nowrap md:table-cell">
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
});

type Props = Omit<HeadProps, "header" | "by" | "className"> & {
  rows: readonly ContactRow[];
  total: number | null;
  columns: readonly ContactColumn[];
  pages: Parameters<typeof LoadMore>[0]["query"];
};

/** The list of contacts; only the rows in sight are drawn. */
export function ContactsTable({ rows, total, columns, pages, ...sorting }: Props) {
  const { t } = useTranslation("contacts");
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 1000, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const span = columns.length + 1;
  return (
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-auto rounded-lg border bg-card"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
      role="group"
      aria-label={t("list.label")}
    >
      <table className="w-full text-sm" aria-label={t("list.label")} aria-rowcount={total === null ? -1 : total + 1}>
        <thead className="sticky top-0 z-10 bg-card shadow-[0_1px_0_var(--border)]">
          <tr>
            <Head header={t("fields.name")} by="name" {...sorting} />
            {columns.map((column) => (
              <Head
                key={column.id}
                header={column.header}
                by={column.sort}
                {...sorting}
                className="hidden md:table-cell"
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden>
              <td colSpan={span} style={{ height: before }} />
            </tr>
          )}
          {items.map(({ index }) => {
            const row = rows[index];
            return row && <Row key={row.id} row={row} columns={columns} index={index} />;
          })}
          {after > 0 && (
            <tr aria-hidden>
              <td colSpan={span} style={{ height: after }} />
            </tr>
          )}
        </tbody>
      </table>
      <LoadMore query={pages} />
    </div>
  );
}
