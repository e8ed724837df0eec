import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Loaded } from "@/components/loaded";
import { SectionPage } from "../../components/section-page";
import { departmentQuery } from "../api/get-department";
import { DeleteDepartment } from "./delete-department";
import { DepartmentForm } from "./department-form";
import { MembersCard } from "./members-card";
import { QueueCard } from "./queue-card";

/** One department: how it works, who is in it, what waits there. */
export function DepartmentPage({ departmentId }: { departmentId: string }) {
  const { t } = useTranslation("settings");
  const department = useQuery(departmentQuery(departmentId));
  return (
    <SectionPage
      title={department.data?.name ?? t("departments.one")}
      back={{ to: "/settings/departments", label: t("sections.departments.title") }}
    >
      <Loaded query={department}>
        {(data) => (
          <>
            <QueueCard departmentId={data.id} />
            <DepartmentForm department={data} />
            <MembersCard department={data} />
            <DeleteDepartment department={data} />
          </>
        )}
      </Loaded>
    </SectionPage>
  );
}
