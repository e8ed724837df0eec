import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import {
  choicesOf,
  newOption,
  writeList,
  writeOption,
  type Menu,
  type MenuStyle,
  type Option,
  type Section as Rows,
  type WrittenList,
  type WrittenOption,
} from "../../nodes/choices";
import * as limits from "../../nodes/limits";
import { SaidText } from "./field";
import { useFormScope } from "./form-scope";
import { SelectField, TextField } from "./plain-fields";
import { Section } from "./section";
import { SortableList } from "./sortable-list";
import { TemplateTextInput } from "./template-text-input";

/** What changes in a node's data: its buttons, its list, and what stands around them. */
export type MenuChange = {
  buttons: WrittenOption[] | undefined;
  list: WrittenList | undefined;
  header: string | undefined;
  footer: string | undefined;
};

type Props = {
  menu: Menu;
  /** The field of the node's data that holds the buttons. */
  place: "buttons" | "choices";
  isNeeded?: boolean;
  onChange: (change: MenuChange) => void;
};

/** Things to press: three buttons, or a list of ten rows. */
export function ChoicesEditor({ menu, place, isNeeded, onChange }: Props) {
  const { t } = useTranslation("flow-nodes");
  const { says } = useFormScope();
  const header = menu.header || undefined;
  const footer = menu.footer || undefined;
  const keepButtons = (buttons: readonly Option[]) =>
    onChange({ buttons: buttons.map(writeOption), list: undefined, header, footer });
  const keepList = (sections: readonly Rows[], button = menu.button) =>
    onChange({ buttons: undefined, list: writeList(button, sections), header, footer });
  const restyle = (style: MenuStyle) => {
    const all = choicesOf(menu);
    const options = all.length ? all : [newOption(t("choices.first"), [])];
    if (style === "buttons") keepButtons(options.slice(0, limits.MAX_BUTTONS));
    else if (style === "list") keepList([{ title: "", rows: options }]);
    else onChange({ buttons: undefined, list: undefined, header: undefined, footer: undefined });
  };
  const styles = (["none", "buttons", "list"] as const).filter(
    (style) => !isNeeded || style !== "none" || menu.style === "none",
  );
  const around = (change: { header?: string; footer?: string }) =>
    onChange({
      buttons: menu.style === "buttons" ? menu.buttons.map(writeOption) : undefined,
      list: menu.style === "list" ? writeList(menu.button, menu.sections) : undefined,
      header: (change.header ?? menu.header) || undefined,
      footer: (change.footer ?? menu.footer) || undefined,
    });
  const said = says(menu.style === "list" ? "list" : place);

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <SelectField
        path=""
        label={t("choices.title")}
        value={menu.style}
        options={styles.map((style) => ({ value: style, label: t(`choices.styles.${style}`) }))}
        onChange={restyle}
      />
      {said && <SaidText said={said} />}
      {menu.style === "buttons" && (
        <Options
          path={place}
          options={menu.buttons}
          others={menu.buttons}
          most={limits.MAX_BUTTONS}
          titleLimit={limits.MAX_BUTTON_TITLE}
          addLabel={t("choices.addButton")}
          onChange={keepButtons}
        />
      )}
      {menu.style === "list" && <ListEditor menu={menu} onChange={keepList} />}
      {menu.style !== "none" && (
        <Section title={t("choices.around")} isOpen={Boolean(menu.header || menu.footer)}>
          <TemplateTextInput
            path="header"
            label={t("choices.header")}
            value={menu.header}
            limit={limits.MAX_HEADER}
            onChange={(text) => around({ header: text })}
          />
          <TemplateTextInput
            path="footer"
            label={t("choices.footer")}
            value={menu.footer}
            limit={limits.MAX_HEADER}
            onChange={(text) => around({ footer: text })}
          />
        </Section>
      )}
    </div>
  );
}

function ListEditor({
  menu,
  onChange,
}: {
  menu: Menu;
  onChange: (sections: readonly Rows[], button?: string) => void;
}) {
  const { t } = useTranslation("flow-nodes");
  const { readOnly } = useFormScope();
  const all = choicesOf(menu);
  const isSingle = menu.sections.length <= 1;
  const change = (place: number, section: Rows) =>
    onChange(menu.sections.map((old, at) => (at === place ? section : old)));
  return (
    <>
      <TextField
        path="list.button"
        label={t("choices.openButton")}
        value={menu.button}
        placeholder={t("choices.openButtonExample")}
        limit={limits.MAX_BUTTON_TITLE}
        onChange={(button) => onChange(menu.sections, button)}
      />
      {menu.sections.map((section, place) => (
        <div key={place} className="flex min-w-0 flex-col gap-2 border-l-2 pl-2.5">
          <TextField
            path={`list.sections[${place}].title`}
            label={t("choices.section", { number: place + 1 })}
            hint={isSingle ? t("choices.sectionHint") : undefined}
            value={section.title}
            limit={limits.MAX_ROW_TITLE}
            onChange={(title) => change(place, { ...section, title })}
            actions={
              isSingle || readOnly ? undefined : (
                <Button
                  variant="ghost"
                  size="icon-sm"
                  className="size-6"
                  aria-label={t("choices.removeSection", { number: place + 1 })}
                  onClick={() => onChange(menu.sections.filter((_, at) => at !== place))}
                >
                  <Trash2 aria-hidden />
                </Button>
              )
            }
          />
          <Options
            path={`list.sections[${place}].rows`}
            options={section.rows}
            others={all}
            most={limits.MAX_ROWS - all.length + section.rows.length}
            titleLimit={limits.MAX_ROW_TITLE}
            hasDescription
            addLabel={t("choices.addRow")}
            onChange={(rows) => change(place, { ...section, rows })}
          />
        </div>
      ))}
      {!readOnly && all.length < limits.MAX_ROWS && (
        <Button
          variant="ghost"
          size="sm"
          className="self-start"
          onClick={() =>
            onChange([
              ...menu.sections,
              { title: "", rows: [newOption(t("choices.next", { number: all.length + 1 }), all)] },
            ])
          }
        >
          <Plus aria-hidden />
          {t("choices.addSection")}
        </Button>
      )}
    </>
  );
}

type OptionsProps = {
  path: string;
  options: readonly Option[];
  others: readonly Option[];
  most: number;
  titleLimit: number;
  hasDescription?: boolean;
  addLabel: string;
  onChange: (options: Option[]) => void;
};

function Options({ path, options, others, most, titleLimit, hasDescription, addLabel, onChange }: OptionsProps) {
  const { t } = useTranslation("flow-nodes");
  const next = t("choices.next", { number: others.length + 1 });
  return (
    <SortableList
      items={options}
      onChange={onChange}
      label={t("choices.title")}
      nameOf={(option, place) => option.title || t("choices.next", { number: place + 1 })}
      onAdd={() => onChange([...options, newOption(next, others)])}
      addLabel={addLabel}
      most={most}
      keepsOne={others.length === 1}
    >
      {(option, place, change) => (
        <>
          <TextField
            path={`${path}[${place}].title`}
            label={t("choices.optionTitle")}
            isLabelHidden
            value={option.title}
            limit={titleLimit}
            onChange={(title) => change({ ...option, title })}
          />
          {hasDescription && (
            <TextField
              path={`${path}[${place}].description`}
              label={t("choices.description")}
              isLabelHidden
              placeholder={t("choices.description")}
              value={option.description}
              limit={limits.MAX_ROW_DESCRIPTION}
              onChange={(description) => change({ ...option, description })}
            />
          )}
        </>
      )}
    </SortableList>
  );
}
