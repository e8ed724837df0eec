import { useQuery } from "@tanstack/react-query";
import { plansQuery } from "@/api/plans/list-plans";
import { currentLanguage } from "@/lib/language";

/** Gives a plan's name by its code. */
export function usePlanName(): (code: string) => string {
  const plans = useQuery(plansQuery).data;
  return (code) => plans?.find((plan) => plan.code === code)?.names[currentLanguage()] ?? code;
}
