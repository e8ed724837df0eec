import { ExternalLinkIcon, MapPinIcon } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/lib/format";
import type { ContentOf } from "./content";
import { gridOf } from "./location-grid";

const [WIDTH, HEIGHT] = [260, 130];

/** A place, drawn without asking any map service: a net of degrees with a pin, its words, and links to real maps. */
export function LocationCard({ location }: { location: ContentOf<"location"> }) {
  const { t } = useTranslation("message");
  const { latitude, longitude, name, address } = location;
  const pattern = useId();
  const grid = gridOf(latitude, longitude, { width: WIDTH, height: HEIGHT });
  const at = `${degrees(latitude)}, ${degrees(longitude)}`;
  return (
    <figure className="w-[260px] max-w-full">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("location.map", { at })}
        className="w-full rounded bg-accent/60"
      >
        <defs>
          <pattern id={pattern} width="13" height="13" patternUnits="userSpaceOnUse">
            <path d="M13 0H0V13" fill="none" className="stroke-foreground/8" />
          </pattern>
        </defs>
        <rect width={WIDTH} height={HEIGHT} fill={`url(#${CSS.escape(pattern)})`} />
        {grid.meridians.map(({ at: x, label }) => (
          <g key={label}>
            <line x1={x} x2={x} y1={0} y2={HEIGHT} className="stroke-foreground/25" />
            <text x={x + 3} y={HEIGHT - 4} className="fill-muted-foreground text-[8px]">
              {label}
            </text>
          </g>
        ))}
        {grid.parallels.map(({ at: y, label }) => (
          <g key={label}>
            <line x1={0} x2={WIDTH} y1={y} y2={y} className="stroke-foreground/25" />
            <text x={3} y={y - 3} className="fill-muted-foreground text-[8px]">
              {label}
            </text>
          </g>
        ))}
        <g transform={`translate(${WIDTH / 2} ${HEIGHT / 2})`}>
          <ellipse cx="0" cy="1" rx="7" ry="2.5" className="fill-foreground/20" />
          <path d="M0 0C-7 -10 -10 -14 -10 -19A10 10 0 0 1 10 -19C10 -14 7 -10 0 0Z" className="fill-destructive" />
          <circle cx="0" cy="-19" r="3.5" className="fill-card" />
        </g>
      </svg>
      <figcaption className="mt-1 grid gap-0.5">
        {name && <span className="font-medium">{name}</span>}
        {address && <span className="text-xs">{address}</span>}
        <span className="flex items-center gap-1 text-xs tabular-nums opacity-80">
          <MapPinIcon aria-hidden className="size-3" /> {at}
        </span>
        <span className="flex flex-wrap gap-x-3 text-xs">
          <MapLink
            href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
            label="OpenStreetMap"
          />
          <MapLink
            href={`https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`}
            label="Google Maps"
          />
        </span>
      </figcaption>
    </figure>
  );
}

const degrees = (value: number): string => formatNumber(value, { minimumFractionDigits: 4, maximumFractionDigits: 5 });

function MapLink({ href, label }: { href: string; label: string }) {
  const { t } = useTranslation("message");
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-6 items-center gap-1 text-tick underline underline-offset-2"
    >
      {t("location.open", { label })} <ExternalLinkIcon aria-hidden className="size-3" />
    </a>
  );
}
