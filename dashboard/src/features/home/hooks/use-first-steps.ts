import { useQuery } from "@tanstack/react-query";
import { chatbotsQuery } from "@/api/chatbots/list-chatbots";
import { departmentsQuery } from "@/api/departments/list-departments";
import { useMay } from "@/api/me/get-me";
import { usageQuery } from "@/api/tenant/get-usage";
import { whatsappConfigsQuery } from "@/api/whatsapp-configs/list-whatsapp-configs";
import { stepsOf, type Step } from "../utils/steps";

/** The first steps of whoever sets the company up, once all that is known of it is there; none for anybody else. */
export function useFirstSteps(): Step[] {
  const may = {
    numbers: useMay("whatsapp:manage"),
    bots: useMay("flows:edit"),
    people: useMay("users:manage"),
    departments: useMay("departments:manage"),
  };
  const numbers = useQuery({ ...whatsappConfigsQuery, enabled: may.numbers });
  const chatbots = useQuery({ ...chatbotsQuery(), enabled: may.numbers && may.bots });
  const usage = useQuery({ ...usageQuery, enabled: may.numbers && may.people });
  const departments = useQuery({ ...departmentsQuery, enabled: may.numbers && may.departments });
  if (!may.numbers || [numbers, chatbots, usage, departments].some((one) => one.isLoading)) return [];
  return stepsOf({
    numbers: numbers.data,
    chatbots: chatbots.data?.items,
    people: usage.data?.metrics.find((one) => one.metric === "users")?.used,
    departments: departments.data?.length,
  });
}
