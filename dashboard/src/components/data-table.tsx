import { ArrowDownIcon, ArrowUpIcon, ChevronsUpDownIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "@/components/ui/checkbox";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { cn } from "@/lib/utils";

export type Sort = { by: string; order: "asc" | "desc" };

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  /** Says the header to ears only. */
  hideHeader?: boolean;
  className?: string;
};

export type Selection<Row> = {
  selected: ReadonlySet<string>;
  onChange: (selected: Set<string>) => void;
  /** Names a row: "Choose Maria". */
  labelOf: (row: Row) => string;
};

type Props<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined while they are being loaded. */
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection<Row>;
  className?: string;
};

const SKELETON_ROWS = 6;

/** Rows under headings; by which of them they are sorted is said to ears too. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowId, selection, className } = props;
  return (
    <Table aria-label={label} aria-busy={rows === undefined} className={className}>
      <TableHeader>
        <TableRow className="hover:bg-transparent">
          {selection && <SelectAll rows={rows ?? []} rowId={rowId} selection={selection} />}
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows === undefined && <SkeletonRows columns={columns.length + (selection ? 1 : 0)} />}
        {rows?.map((row) => (
          <TableRow key={rowId(row)} data-state={selection?.selected.has(rowId(row)) ? "selected" : undefined}>
            {selection && <SelectOne row={row} id={rowId(row)} selection={selection} />}
            {columns.map((column) => (
              <TableCell key={column.id} className={column.className}>
                {column.cell(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type HeadProps<Row> = { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void };

function HeadCell<Row>({ column, sort, onSort }: HeadProps<Row>) {
  if (!column.sortable || !onSort)
    return (
      <TableHead className={column.className}>
        {column.hideHeader ? <span className="sr-only">{column.header}</span> : column.header}
      </TableHead>
    );
  const order = sort?.by === column.id ? sort.order : undefined;
  const Icon = order === "asc" ? ArrowUpIcon : order === "desc" ? ArrowDownIcon : ChevronsUpDownIcon;
  return (
    <TableHead
      className={column.className}
      aria-sort={order === "asc" ? "ascending" : order === "desc" ? "descending" : "none"}
    >
      <button
        type="button"
        className="-mx-1.5 inline-flex min-h-6 items-center gap-1 rounded-sm px-1.5 outline-none hover:text-foreground focus-visible:ring-[3px] focus-visible:ring-ring/60"
        onClick={() => onSort({ by: column.id, order: order === "asc" ? "desc" : "asc" })}
      >
        {column.header}
        <Icon aria-hidden className={cn("size-3.5", !order && "opacity-50")} />
      </button>
    </TableHead>
  );
}

type SelectAllProps<Row> = { rows: readonly Row[]; rowId: (row: Row) => string; selection: Selection<Row> };

function SelectAll<Row>({ rows, rowId, selection }: SelectAllProps<Row>) {
  const { t } = useTranslation("common");
  const chosen = rows.filter((row) => selection.selected.has(rowId(row))).length;
  const isAll = rows.length > 0 && chosen === rows.length;
  return (
    <TableHead>
      <Checkbox
        aria-label={t("selectAll")}
        checked={isAll ? true : chosen > 0 ? "indeterminate" : false}
        onCheckedChange={() => selection.onChange(new Set(isAll ? [] : rows.map(rowId)))}
      />
    </TableHead>
  );
}

function SelectOne<Row>({ row, id, selection }: { row: Row; id: string; selection: Selection<Row> }) {
  const toggle = () => {
    const next = new Set(selection.selected);
    if (!next.delete(id)) next.add(id);
    selection.onChange(next);
  };
  return (
    <TableCell className="w-10">
      <Checkbox aria-label={selection.labelOf(row)} checked={selection.selected.has(id)} onCheckedChange={toggle} />
    </TableCell>
  );
}

function SkeletonRows({ columns }: { columns: number }) {
  return Array.from({ length: SKELETON_ROWS }, (_, row) => (
    <TableRow key={row} className="hover:bg-transparent">
      {Array.from({ length: columns }, (__, column) => (
        <TableCell key={column}>
          <Skeleton className="h-4 w-full max-w-40" />
        </TableCell>
      ))}
    </TableRow>
  ));
}
