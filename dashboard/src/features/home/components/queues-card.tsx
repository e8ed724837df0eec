import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { Loaded } from "@/components/loaded";
import { formatNumber } from "@/lib/format";
import { HomeCard } from "./home-card";

/** How many wait in each department. */
export function QueuesCard() {
  const { t } = useTranslation("home");
  const directory = useQuery(departmentDirectoryQuery);
  return (
    <HomeCard title={t("queues.title")}>
      <Loaded query={directory}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-sm text-muted-foreground">{t("queues.none")}</p>
          ) : (
            <ul className="grid gap-1 text-sm">
              {items.map((one) => (
                <li key={one.id} className="flex justify-between gap-2">
                  <Link
                    to={`/inbox?view=waiting&department=${one.id}`}
                    className="min-h-6 truncate underline-offset-4 hover:underline"
                  >
                    {one.name}
                  </Link>
                  <span className="tabular-nums">{formatNumber(one.waiting)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </HomeCard>
  );
}
