import { Braces } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useFormScope } from "./form-scope";
import { TextField } from "./plain-fields";
import { VariablePicker } from "./variable-picker";

type Props = { path: string; label: string; value: string; onChange: (value: string) => void };

/** One name that is looked up: written, or chosen from what there is. */
export function VariablePathField({ path, label, value, onChange }: Props) {
  const { t } = useTranslation("flow-nodes");
  const { readOnly } = useFormScope();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <TextField
      path={path}
      label={label}
      value={value}
      isMono
      placeholder="vars.plano"
      onChange={onChange}
      actions={
        readOnly ? undefined : (
          <Popover open={isOpen} onOpenChange={setIsOpen}>
            <PopoverTrigger asChild>
              <Button
                variant="ghost"
                size="icon-sm"
                className="size-6"
                aria-label={t("variables.insertInto", { field: label })}
              >
                <Braces aria-hidden />
              </Button>
            </PopoverTrigger>
            <PopoverContent align="end" className="w-80 p-0" aria-label={t("variables.title")}>
              <VariablePicker
                hasSecrets={false}
                onPick={(chosen) => {
                  setIsOpen(false);
                  onChange(chosen);
                }}
              />
            </PopoverContent>
          </Popover>
        )
      }
    />
  );
}
