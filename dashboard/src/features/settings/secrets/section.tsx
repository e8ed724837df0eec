import { useInfiniteQuery } from "@tanstack/react-query";
import { LockKeyhole } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import type { Column } from "@/components/data-table";
import { RelativeTime } from "@/components/relative-time";
import { SectionPage } from "../components/section-page";
import { AddTrigger } from "../kit/add-trigger";
import { DeleteButton } from "../kit/delete-button";
import { EditTrigger } from "../kit/edit-trigger";
import { Listed } from "../kit/listed";
import { useTexts } from "../kit/use-texts";
import { useDeleteSecret } from "./api/delete-secret";
import { secretPagesQuery, type Secret } from "./api/list-secret-pages";
import { HostsCard } from "./components/hosts-card";
import { SecretDialog } from "./components/secret-dialog";

/** What flows may send to other services, never shown again; and how those services answer. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const query = useInfiniteQuery(secretPagesQuery);
  const columns = useColumns();
  const taken = query.data?.pages.flatMap((page) => page.items.map(({ name }) => name)) ?? [];
  const maySeeHosts = useMay("flows:read");
  return (
    <SectionPage
      title={frame("sections.secrets.title")}
      description={frame("sections.secrets.description")}
      actions={<SecretDialog taken={taken} trigger={<AddTrigger>{t("secrets.add")}</AddTrigger>} />}
    >
      <div className="mb-6">
        <Listed
          label={frame("sections.secrets.title")}
          icon={LockKeyhole}
          none={t("secrets.none")}
          noneHint={t("secrets.none-hint")}
          query={query}
          columns={columns}
          rowId={(row) => row.id}
        />
      </div>
      {maySeeHosts && <HostsCard />}
    </SectionPage>
  );
}

function useColumns(): Column<Secret>[] {
  const { t } = useTexts();
  const remove = useDeleteSecret();
  return [
    { id: "name", header: t("kit.name"), cell: (row) => <code className="text-xs font-medium">{row.name}</code> },
    {
      id: "hosts",
      header: t("secrets.hosts"),
      className: "whitespace-normal break-all",
      cell: (row) => row.hosts.join(", "),
    },
    {
      id: "used",
      header: t("secrets.used"),
      cell: (row) => (row.last_used_at ? <RelativeTime at={row.last_used_at} /> : t("secrets.never")),
    },
    {
      id: "actions",
      header: t("kit.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) => (
        <>
          <SecretDialog secret={row} taken={[]} trigger={<EditTrigger name={row.name} />} />
          <DeleteButton id={row.name} name={row.name} hint={t("secrets.delete-hint")} remove={remove} />
        </>
      ),
    },
  ];
}
