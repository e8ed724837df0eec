import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatDateTime, formatNumber } from "@/lib/format";
import type { Day } from "../utils/days";

/** A day stands for itself, whatever the zone. */
const nameOf = (day: string): string =>
  formatDateTime(`${day}T12:00:00Z`, { day: "2-digit", month: "2-digit", timeZone: "UTC" });

const TICK = { fill: "var(--muted-foreground)", fontSize: 11 };

/** Sessions a day as a curve, or the same numbers as a table. */
export function SessionsChart({ days }: { days: readonly Day[] }) {
  const { t } = useTranslation("home");
  const [isTable, setIsTable] = useState(false);
  return (
    <figure>
      <figcaption className="mb-1 flex items-center justify-between text-xs text-muted-foreground">
        {t("bots.by-day")}
        <Button variant="ghost" size="sm" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          {t("bots.as-table")}
        </Button>
      </figcaption>
      {isTable ? <DaysTable days={days} /> : <DaysCurve days={days} />}
    </figure>
  );
}

function DaysCurve({ days }: { days: readonly Day[] }) {
  const { t } = useTranslation("home");
  return (
    <div className="h-40" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart data={[...days]} margin={{ top: 4, right: 4, bottom: 0, left: -24 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--border)" />
          <XAxis dataKey="day" tickFormatter={nameOf} tick={TICK} tickLine={false} axisLine={false} minTickGap={24} />
          <YAxis allowDecimals={false} tick={TICK} tickLine={false} axisLine={false} />
          <Tooltip
            cursor={{ stroke: "var(--border)" }}
            contentStyle={{ background: "var(--popover)", border: "1px solid var(--border)", borderRadius: 8 }}
            labelFormatter={(day) => nameOf(String(day))}
            formatter={(value) => [formatNumber(Number(value)), t("bots.sessions")]}
          />
          <Area
            dataKey="sessions"
            type="monotone"
            stroke="var(--chart-1)"
            fill="var(--chart-1)"
            fillOpacity={0.15}
            strokeWidth={2}
            isAnimationActive={false}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}

function DaysTable({ days }: { days: readonly Day[] }) {
  const { t } = useTranslation("home");
  return (
    <div className="max-h-60 overflow-y-auto">
      <Table aria-label={t("bots.by-day")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("bots.day")}</TableHead>
            <TableHead>{t("bots.sessions")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {days.map((one) => (
            <TableRow key={one.day}>
              <TableHead scope="row">{nameOf(one.day)}</TableHead>
              <TableCell className="tabular-nums">{formatNumber(one.sessions)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
