import { useTranslation } from "react-i18next";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatDateTime, formatNumber } from "@/lib/format";
import type { DayOfSessions } from "../utils/days-of-sessions";

/** A day stands for itself, whatever the zone. */
const nameOf = (day: string) =>
  formatDateTime(`${day}T12:00:00Z`, { day: "2-digit", month: "2-digit", timeZone: "UTC" });

/** Sessions a day as bars; the same numbers stand in a table for those who do not see them. */
export function SessionsChart({ days }: { days: DayOfSessions[] }) {
  const { t } = useTranslation("chatbots");
  return (
    <figure>
      <div className="h-40" aria-hidden>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={days} margin={{ top: 4, right: 0, bottom: 0, left: -24 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--border)" />
            <XAxis
              dataKey="day"
              tickFormatter={nameOf}
              tick={{ fill: "var(--muted-foreground)", fontSize: 11 }}
              tickLine={false}
              axisLine={false}
              minTickGap={24}
            />
            <YAxis
              allowDecimals={false}
              tick={{ fill: "var(--muted-foreground)", fontSize: 11 }}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              cursor={{ fill: "var(--accent)" }}
              contentStyle={{ background: "var(--popover)", border: "1px solid var(--border)", borderRadius: 8 }}
              labelFormatter={(day) => nameOf(String(day))}
              formatter={(value) => [formatNumber(Number(value)), t("stats.sessions")]}
            />
            <Bar dataKey="sessions" fill="var(--chart-1)" radius={[3, 3, 0, 0]} isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <table className="sr-only">
        <caption>{t("stats.by_day")}</caption>
        <tbody>
          {days.map((one) => (
            <tr key={one.day}>
              <th scope="row">{nameOf(one.day)}</th>
              <td>{formatNumber(one.sessions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
