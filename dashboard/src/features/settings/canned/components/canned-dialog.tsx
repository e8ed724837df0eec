import type { ReactNode } from "react";
import { SelectField } from "@/components/form/select-field";
import { TextareaField } from "@/components/form/textarea-field";
import { TextField } from "@/components/text-field";
import { FormField, FormItem, FormMessage } from "@/components/ui/form";
import { DialogForm } from "../../kit/dialog-form";
import { FormDialog } from "../../kit/form-dialog";
import { useDepartmentOptions } from "../../kit/options";
import { useTexts } from "../../kit/use-texts";
import { EVERYONE, useCannedForm } from "../hooks/use-canned-form";
import type { Canned } from "../api/list-canned-pages";
import { readContent } from "../utils/content";
import { AttachmentField } from "./attachment-field";

const VARIABLES = "{{ contact.name }}, {{ contact.first_name }}, {{ agent.name }}, {{ agent.first_name }}";

/** Writes a canned response, or changes one. */
export function CannedDialog({ canned, trigger }: { canned?: Canned; trigger: ReactNode }) {
  const { t } = useTexts();
  return (
    <FormDialog trigger={trigger} title={t(canned ? "canned.edit" : "canned.add")}>
      {(close) => <CannedForm canned={canned} onDone={close} />}
    </FormDialog>
  );
}

function CannedForm({ canned, onDone }: { canned?: Canned; onDone: () => void }) {
  const { t } = useTexts();
  const entity = useCannedForm(canned, onDone);
  const { control } = entity.form;
  const departments = useDepartmentOptions();
  const isShown = canned === undefined || readContent(canned.content) !== null;
  return (
    <DialogForm entity={entity}>
      <TextField
        control={control}
        name="shortcut"
        label={t("canned.shortcut")}
        description={t("canned.shortcut-hint")}
      />
      <TextField control={control} name="title" label={t("canned.name")} />
      {isShown ? (
        <>
          <TextareaField
            control={control}
            name="body"
            rows={5}
            label={t("canned.text")}
            description={t("canned.text-hint", { names: VARIABLES })}
          />
          <FormField
            control={control}
            name="attachment"
            render={({ field }) => (
              <FormItem>
                <AttachmentField value={field.value} onChange={field.onChange} />
                <FormMessage />
              </FormItem>
            )}
          />
        </>
      ) : (
        <p className="text-sm text-muted-foreground">{t("canned.kept")}</p>
      )}
      <SelectField
        control={control}
        name="department"
        label={t("canned.whose")}
        options={[{ value: EVERYONE, label: t("kit.everyone") }, ...departments]}
      />
    </DialogForm>
  );
}
