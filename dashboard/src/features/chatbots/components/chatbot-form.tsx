import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import { z } from "zod";
import type { Schema } from "@/api/types";
import { applyApiErrors } from "@/components/form-errors";
import { SubmitButton } from "@/components/submit-button";
import { DialogFooter } from "@/components/ui/dialog";
import { Form, FormControl, FormField, FormItem, FormLabel, FormMessage } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useCreateChatbot } from "../api/create-chatbot";
import { useUpdateChatbot } from "../api/update-chatbot";
import { fromRows, toRows } from "../utils/variable-rows";
import { MainFlowField } from "./main-flow-field";
import { VariablesField } from "./variables-field";

type Props = { chatbot: Schema<"ChatbotDetail"> | null; onDone: () => void };

/** Name, description, main flow and shared variables of a chatbot. */
export function ChatbotForm({ chatbot, onDone }: Props) {
  const { t } = useTranslation("chatbots");
  const [rows, setRows] = useState(() => toRows(chatbot?.variables));
  const [problem, setProblem] = useState<string | null>(null);
  const schema = z.object({
    name: z.string().trim().min(1, t("form.name_missing")).max(120),
    description: z.string().trim().max(1000),
    main_flow_id: z.string().nullable(),
  });
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      name: chatbot?.name ?? "",
      description: chatbot?.description ?? "",
      main_flow_id: chatbot?.main_flow_id ?? null,
    },
  });
  const { save, pending } = useSave(chatbot, onDone);
  const submit = form.handleSubmit(async ({ main_flow_id, ...values }) => {
    setProblem(null);
    const main = chatbot && main_flow_id !== chatbot.main_flow_id ? { main_flow_id } : {};
    try {
      await save({ ...values, ...main, variables: fromRows(rows) });
    } catch (error) {
      setProblem(applyApiErrors(form, error) ?? null);
    }
  });
  return (
    <Form {...form}>
      <form onSubmit={(event) => void submit(event)} className="space-y-4" noValidate>
        <FormField
          control={form.control}
          name="name"
          render={({ field }) => (
            <FormItem>
              <FormLabel>{t("name")}</FormLabel>
              <FormControl>
                <Input {...field} />
              </FormControl>
              <FormMessage />
            </FormItem>
          )}
        />
        <FormField
          control={form.control}
          name="description"
          render={({ field }) => (
            <FormItem>
              <FormLabel>{t("form.description")}</FormLabel>
              <FormControl>
                <Textarea rows={2} {...field} />
              </FormControl>
              <FormMessage />
            </FormItem>
          )}
        />
        {chatbot && <MainFlowField control={form.control} chatbotId={chatbot.id} />}
        <VariablesField rows={rows} onChange={setRows} label={t("form.variables")} />
        <p className="text-xs text-muted-foreground">{t("form.variables_hint")}</p>
        {problem && (
          <p role="alert" className="text-destructive">
            {problem}
          </p>
        )}
        <DialogFooter>
          <SubmitButton pending={pending}>{t(chatbot ? "form.save" : "form.create")}</SubmitButton>
        </DialogFooter>
      </form>
    </Form>
  );
}

function useSave(chatbot: Props["chatbot"], onDone: () => void) {
  const { t } = useTranslation("chatbots");
  const [key] = useState(() => crypto.randomUUID());
  const create = useCreateChatbot(key);
  const update = useUpdateChatbot();
  const navigate = useNavigate();
  const save = async (body: Schema<"UpdateChatbotRequest"> & { name: string }) => {
    if (chatbot) await update.mutateAsync({ id: chatbot.id, version: chatbot.version, body });
    else {
      const made = await create.mutateAsync({
        ...body,
        variables: body.variables ?? {},
        description: body.description ?? "",
      });
      void navigate(`/chatbots/${made.id}`);
    }
    toast.success(t(chatbot ? "form.saved" : "form.created"));
    onDone();
  };
  return { save, pending: create.isPending || update.isPending };
}
