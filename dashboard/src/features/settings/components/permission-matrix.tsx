import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { groupPermissions, partsOf, switched } from "../utils/permissions";

type Props = {
  /** Everything that can be given. */
  offered: readonly string[];
  chosen: readonly string[];
  onChange?: (chosen: string[]) => void;
  /** What may be given: nobody gives what they do not have. */
  allowed: readonly string[];
};

/** What may be done, by the thing it is about, each with its box. */
export function PermissionMatrix({ offered, chosen, onChange, allowed }: Props) {
  const { t } = useTranslation("settings");
  const groups = groupPermissions([...offered, ...chosen]);
  return (
    <div className="divide-y rounded-md border">
      {groups.map(({ resource, permissions }) => (
        <fieldset key={resource} className="grid gap-2 px-3 py-2.5 sm:grid-cols-[10rem_1fr]">
          <legend className="contents">
            <span className="text-sm font-medium">
              {t(`permissions.resources.${resource}`, { defaultValue: resource })}
            </span>
          </legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {permissions.map((permission) => (
              <PermissionBox
                key={permission}
                permission={permission}
                checked={chosen.includes(permission)}
                disabled={!onChange || !allowed.includes(permission)}
                onChange={(on) => onChange?.(switched(chosen, permission, on))}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

type BoxProps = { permission: string; checked: boolean; disabled: boolean; onChange: (on: boolean) => void };

function PermissionBox({ permission, checked, disabled, onChange }: BoxProps) {
  const { t } = useTranslation("settings");
  const id = useId();
  const { resource, action } = partsOf(permission);
  return (
    <span className="inline-flex min-h-6 items-center gap-2">
      <Checkbox id={id} checked={checked} disabled={disabled} onCheckedChange={(on) => onChange(on === true)} />
      <Label htmlFor={id} className="font-normal">
        {t(`permissions.names.${resource}.${action}`, { defaultValue: permission })}
      </Label>
    </span>
  );
}
