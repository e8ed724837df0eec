import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import type { Renamed } from "../../nodes/kind";
import { MAX_LABEL } from "../../nodes/limits";
import { fold } from "../../utils/handles";
import { Field } from "./field";

type Props = {
  path: string;
  label: string;
  value: string;
  /** The names of the other ways. */
  taken: readonly string[];
  onRename: (renamed: Renamed) => void;
  className?: string;
};

/** Ways that mean something else to the engine. */
const RESERVED = ["else", "false", "default", "error", "timeout", "invalid"];

/** The name of a way out. One that is empty or taken is shown as wrong and not kept, so that no edge loses its way. */
export function WayNameField({ path, label, value, taken, onRename, className }: Props) {
  const { t } = useTranslation("flow-nodes");
  const [typed, setTyped] = useState<string | null>(null);
  const names = [...taken, ...RESERVED].map(fold);
  const isWrong = (name: string) => !name.trim() || names.includes(fold(name));
  const isTold = typed !== null && isWrong(typed);
  return (
    <Field path={path} label={label} className={className} hint={isTold ? t("fields.wayTaken") : undefined}>
      {(control) => (
        <Input
          {...control}
          aria-invalid={isTold || control["aria-invalid"]}
          value={typed ?? value}
          maxLength={MAX_LABEL}
          autoComplete="off"
          onChange={(event) => {
            const name = event.target.value;
            setTyped(name);
            if (!isWrong(name) && name.trim() !== value) onRename({ from: value, to: name.trim() });
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
