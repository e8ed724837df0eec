import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { FilterSelect } from "@/components/filter-select";
import { Loaded } from "@/components/loaded";
import { SectionPage } from "../components/section-page";
import { useDepartmentOptions } from "../kit/options";
import { useTexts } from "../kit/use-texts";
import { hoursQuery } from "./api/get-hours";
import { HoursForm } from "./components/hours-form";
import { OpenNow } from "./components/open-now";

/** When the company is open, and each department that keeps other hours. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const [params, setParams] = useSearchParams();
  const departmentId = params.get("department");
  const departments = useDepartmentOptions();
  const hours = useQuery(hoursQuery(departmentId));
  return (
    <SectionPage
      title={frame("sections.hours.title")}
      description={frame("sections.hours.description")}
      actions={
        <FilterSelect
          label={t("hours.whose")}
          all={t("kit.everyone")}
          value={departmentId ?? ""}
          onChange={(next) => setParams(next ? { department: next } : {}, { replace: true })}
          options={departments}
        />
      }
    >
      <OpenNow departmentId={departmentId} />
      <Loaded query={hours}>
        {(data) => <HoursForm key={departmentId} hours={data} departmentId={departmentId} />}
      </Loaded>
    </SectionPage>
  );
}
