import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { z } from "zod";
import { TextField } from "@/components/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { lineOf } from "../../utils/checks";
import { useAddDepartment } from "../api/add-department";

const MAX_DESCRIPTION = 1_000;

/** Makes a department; who is in it is said on its page. */
export function AddDepartmentDialog() {
  const { t } = useTranslation("settings");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <Plus aria-hidden />
          {t("departments.add")}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("departments.add")}</DialogTitle>
          <DialogDescription>{t("departments.add-hint")}</DialogDescription>
        </DialogHeader>
        <AddForm />
      </DialogContent>
    </Dialog>
  );
}

function AddForm() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  const add = useAddDepartment();
  const keyOf = useIdempotencyKey();
  const { form, submit, pending } = useEntityForm({
    schema: z.object({
      name: lineOf(t),
      description: z.string().max(MAX_DESCRIPTION, t("checks.too-long", { count: MAX_DESCRIPTION })),
    }),
    values: { name: "", description: "" },
    send: async (body) => {
      const made = await add.mutateAsync({ key: keyOf(body), body });
      await navigate(`/settings/departments/${made.id}`);
    },
  });
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TextField control={form.control} name="name" label={t("departments.name")} />
        <TextareaField control={form.control} name="description" label={t("departments.description")} rows={2} />
        <DialogFooter>
          <SubmitButton pending={pending}>{t("departments.create")}</SubmitButton>
        </DialogFooter>
      </form>
    </Form>
  );
}
