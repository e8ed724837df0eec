import { PlusIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useEditor } from "../hooks/use-editor";
import { AT_MOST, MAX_BUTTONS, mayAdd } from "../utils/button-rules";
import { BUTTON_TYPES, buttonOf, type DraftButton } from "../utils/draft";
import { ButtonEditor } from "./button-editor";
import { PlaceFindings } from "./place-findings";

/** The buttons in their order, as many of each kind as Meta takes. */
export function ButtonsSection() {
  const { t } = useTranslation("templates");
  const { draft, set, findingsAt, toldAt } = useEditor();
  const { buttons } = draft;
  const change = (next: readonly DraftButton[]) => set({ buttons: next });
  const move = (place: number, by: -1 | 1) => {
    const next = [...buttons];
    const [one, other] = [next[place], next[place + by]];
    if (!one || !other) return;
    next[place] = other;
    next[place + by] = one;
    change(next);
  };
  return (
    <div className="grid gap-3">
      <p className="text-[0.8125rem] text-muted-foreground">{t("editor.buttonsHint", { most: MAX_BUTTONS })}</p>
      <ol className="grid gap-3">
        {buttons.map((button, place) => (
          <ButtonEditor
            key={button.id}
            button={button}
            place={place}
            isLast={place === buttons.length - 1}
            onChange={(next) => change(buttons.map((one) => (one.id === next.id ? next : one)))}
            onMove={(by) => move(place, by)}
            onRemove={() => change(buttons.filter((one) => one.id !== button.id))}
          />
        ))}
      </ol>
      <PlaceFindings id="template-buttons-findings" findings={findingsAt("buttons")} told={toldAt("buttons")} />
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button type="button" variant="outline" size="sm" className="justify-self-start">
            <PlusIcon aria-hidden />
            {t("editor.addButton")}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start">
          {BUTTON_TYPES.map((type) => (
            <DropdownMenuItem
              key={type}
              disabled={!mayAdd(buttons, type)}
              onSelect={() => change([...buttons, buttonOf(type)])}
            >
              <span className="flex-1">{t(`button.${type}`)}</span>
              <span className="text-xs text-muted-foreground">
                {buttons.filter((one) => one.type === type).length}/{AT_MOST[type]}
              </span>
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}
