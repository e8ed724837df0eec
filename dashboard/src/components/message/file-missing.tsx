import { FileXIcon, HourglassIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FileOf } from "./use-file";

const REASONS = [
  "active_content",
  "address_refused",
  "changed",
  "damaged",
  "gone",
  "too_large",
  "too_many_pixels",
  "too_slow",
  "type_not_allowed",
  "unreachable",
];

/** Says why a file is not there: it is still on its way, or it cannot be had. */
export function FileMissing({ file, kind }: { file: FileOf; kind: string }) {
  const { t } = useTranslation("message");
  const isPending = file.facts?.state === "pending";
  const reason = REASONS.find((word) => word === file.facts?.reason);
  const Icon = isPending ? HourglassIcon : FileXIcon;
  return (
    <p className="flex min-w-52 items-center gap-2 rounded bg-foreground/5 px-3 py-2.5 text-xs">
      <Icon aria-hidden className="size-4 shrink-0" />
      <span>
        <span className="block font-medium">{t(`kind.${kind}`)}</span>
        {isPending ? t("file.pending") : reason ? t(`file.reason.${reason}`) : t("file.missing")}
      </span>
    </p>
  );
}

/** Whether a file is known not to be there. */
export const isMissing = (file: FileOf): boolean =>
  file.isError || (file.facts !== undefined && file.facts.state !== "stored");
