import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useEditor } from "../../stores/editor";
import { useFindings } from "../../stores/findings";
import { RemarkList } from "../panels/remark-list";
import { Field } from "./field";
import { PanelTitle } from "./panel-title";
import { NumberInput } from "./number-input";
import { SettingsForm } from "./settings-form";
import { TriggerForm } from "./trigger-form";
import { VariablesForm } from "./variables-form";

const MAX_PRIORITY = 10_000;

/** The flow itself: what it is called, what starts it, what it remembers, and how long it waits. */
export function FlowProperties({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation("flows");
  const all = useFindings((state) => state.all);
  return (
    <fieldset disabled={isReadOnly} className="flex flex-col gap-5">
      <div>
        <PanelTitle>{t("editor.flow.title")}</PanelTitle>
        <p className="text-xs text-muted-foreground">{t("editor.flow.hint")}</p>
      </div>
      <RemarkList remarks={all.filter((remark) => !remark.node && !remark.edge)} />
      <AboutForm />
      <TriggerForm isReadOnly={isReadOnly} />
      <VariablesForm />
      <SettingsForm isReadOnly={isReadOnly} />
    </fieldset>
  );
}

function AboutForm() {
  const { t } = useTranslation("flows");
  const name = useEditor((state) => state.document.name ?? "");
  const { description, priority } = useEditor((state) => state.about);
  const { changeDocument, changeAbout } = useEditor.getState();
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("editor.flow.name")} error={name.trim() ? undefined : t("editor.flow.nameMissing")}>
        {(ids) => (
          <Input
            {...ids}
            value={name}
            maxLength={200}
            onChange={(event) => changeDocument({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("editor.flow.description")}>
        {(ids) => (
          <Textarea
            {...ids}
            rows={2}
            maxLength={4096}
            value={description}
            onChange={(event) => changeAbout({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("editor.flow.priority")} hint={t("editor.flow.priorityHint")}>
        {(ids) => (
          <NumberInput
            {...ids}
            step={1}
            min={-MAX_PRIORITY}
            max={MAX_PRIORITY}
            value={priority}
            onChange={(value) => changeAbout({ priority: Math.round(value) })}
          />
        )}
      </Field>
    </div>
  );
}
