import { useInfiniteQuery } from "@tanstack/react-query";
import type { Control } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { flowsQuery } from "@/api/flows/list-flows";
import { useMay } from "@/api/me/get-me";
import { FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from "@/components/ui/form";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

type Values = { name: string; description: string; main_flow_id: string | null };
/** A select has no empty value. */
const NONE = "none";

/** The flow that answers when no other one wants the message. */
export function MainFlowField({ control, chatbotId }: { control: Control<Values>; chatbotId: string }) {
  const { t } = useTranslation("chatbots");
  const flows = useInfiniteQuery(flowsQuery({ chatbot_id: chatbotId }));
  const mayPublish = useMay("flows:publish");
  return (
    <FormField
      control={control}
      name="main_flow_id"
      render={({ field }) => (
        <FormItem>
          <FormLabel>{t("form.main")}</FormLabel>
          <Select
            value={field.value ?? NONE}
            onValueChange={(value) => field.onChange(value === NONE ? null : value)}
            disabled={!mayPublish}
          >
            <FormControl>
              <SelectTrigger className="w-full">
                <SelectValue />
              </SelectTrigger>
            </FormControl>
            <SelectContent>
              <SelectItem value={NONE}>{t("form.main_none")}</SelectItem>
              {flows.data?.pages
                .flatMap((page) => page.items)
                .map((flow) => (
                  <SelectItem key={flow.id} value={flow.id}>
                    {flow.name}
                  </SelectItem>
                ))}
            </SelectContent>
          </Select>
          <FormDescription>{t("form.main_hint")}</FormDescription>
          <FormMessage />
        </FormItem>
      )}
    />
  );
}
