import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatNumber, initialsOf } from "@/lib/format";
import { contrastOf, ENOUGH, isColour, textOn } from "../../utils/contrast";

type Props = { name: string; primary: string; secondary: string };

/** The brand as it will look, and whether its colours can be read. */
export function BrandingPreview({ name, primary, secondary }: Props) {
  const { t } = useTranslation("settings");
  if (!isColour(primary) && !isColour(secondary)) return null;
  return (
    <figure className="rounded-md border p-3">
      <figcaption className="mb-2 text-xs text-muted-foreground">{t("company.preview")}</figcaption>
      <div className="flex flex-wrap gap-3">
        {[primary, secondary].filter(isColour).map((colour, place) => (
          <div key={`${place}${colour}`} className="grid gap-1.5">
            <span
              className="inline-flex items-center gap-2 rounded-md px-3 py-2 text-sm font-medium"
              style={{ backgroundColor: colour, color: textOn(colour) }}
            >
              <span aria-hidden className="text-xs">
                {initialsOf(name)}
              </span>
              {name}
            </span>
            <ContrastNote colour={colour} />
          </div>
        ))}
      </div>
    </figure>
  );
}

/** Colours stand on white pages as buttons and links; below what WCAG asks, some will not read them. */
function ContrastNote({ colour }: { colour: string }) {
  const { t } = useTranslation("settings");
  const ratio = contrastOf(colour, "#ffffff");
  const isEnough = ratio >= ENOUGH;
  const Icon = isEnough ? CircleCheck : TriangleAlert;
  const text = formatNumber(ratio, { maximumFractionDigits: 1 });
  return (
    <span className={`inline-flex items-center gap-1 text-xs ${isEnough ? "text-success" : "text-warning"}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {t(isEnough ? "company.contrast-good" : "company.contrast-poor", { ratio: text })}
    </span>
  );
}
