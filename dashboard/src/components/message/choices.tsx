import { CheckIcon, ExternalLinkIcon, ListIcon, MapPinIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "@/lib/utils";
import type { ContentOf } from "./content";
import { hrefOf } from "./format-text";

/** Which choice was taken, and what pressing one does where somebody may (the phone of the flow tester). */
export type Choosing = { chosenId?: string; onChoose?: (choice: { id: string; title: string }) => void };

const ROW = "flex min-h-8 w-full items-center justify-center gap-1.5 px-2 py-1 text-sm font-medium text-tick";

/** Reply buttons as they were sent. */
export function ButtonChoices({ buttons, chosenId, onChoose }: Choosing & { buttons: ContentOf<"button">["buttons"] }) {
  const { t } = useTranslation("message");
  return (
    <ul aria-label={t("choices.buttons")} className="mt-2 -mb-1 divide-y divide-current/10 border-t border-current/10">
      {buttons.map(({ id, title }) => (
        <li key={id}>
          <Pressable
            onPress={onChoose && (() => onChoose({ id, title }))}
            className={cn(ROW, chosenId === id && "font-semibold")}
          >
            {chosenId === id && <Chosen />}
            {title}
          </Pressable>
        </li>
      ))}
    </ul>
  );
}

/** A menu as it was sent: its button, and the rows behind it. */
export function ListChoices({ list, chosenId, onChoose }: Choosing & { list: ContentOf<"list"> }) {
  return (
    <details className="group mt-2 -mb-1 border-t border-current/10" open={onChoose !== undefined}>
      <summary
        className={cn(
          ROW,
          "cursor-pointer list-none rounded outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60 [&::-webkit-details-marker]:hidden",
        )}
      >
        <ListIcon aria-hidden className="size-4" /> {list.button}
      </summary>
      {list.sections.map((section, index) => (
        <div key={index} className="pb-1">
          {section.title && <p className="px-2 pt-1 text-xs font-medium opacity-80">{section.title}</p>}
          <ul className="divide-y divide-current/10">
            {section.rows.map(({ id, title, description }) => (
              <li key={id}>
                <Pressable
                  onPress={onChoose && (() => onChoose({ id, title }))}
                  className="flex w-full items-start gap-2 px-2 py-1.5 text-left"
                >
                  <span className="min-w-0 flex-1">
                    <span className={cn("block", chosenId === id && "font-semibold")}>{title}</span>
                    {description && <span className="block text-xs opacity-80">{description}</span>}
                  </span>
                  {chosenId === id && <Chosen />}
                </Pressable>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

/** A button that opens an address. */
export function UrlChoice({ url, label }: { url: string; label: string }) {
  const href = hrefOf(url);
  if (!href) return <p className={cn(ROW, "mt-2 border-t border-current/10")}>{label}</p>;
  return (
    <a
      href={href}
      title={href}
      target="_blank"
      rel="noopener noreferrer"
      className={cn(ROW, "mt-2 -mb-1 border-t border-current/10 underline-offset-2 hover:underline")}
    >
      <ExternalLinkIcon aria-hidden className="size-4" /> {label}
    </a>
  );
}

/** The button that asks the contact where they are. */
export function LocationChoice() {
  const { t } = useTranslation("message");
  return (
    <p className={cn(ROW, "mt-2 -mb-1 border-t border-current/10")}>
      <MapPinIcon aria-hidden className="size-4" /> {t("choices.sendLocation")}
    </p>
  );
}

function Pressable({ onPress, className, children }: { onPress?: () => void; className: string; children: ReactNode }) {
  if (!onPress) return <div className={className}>{children}</div>;
  return (
    <button
      type="button"
      className={cn(
        className,
        "outline-none hover:bg-foreground/5 focus-visible:ring-[3px] focus-visible:ring-ring/60",
      )}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

function Chosen() {
  const { t } = useTranslation("message");
  return (
    <>
      <CheckIcon aria-hidden className="size-4 shrink-0" />
      <span className="sr-only">{t("choices.chosen")}</span>
    </>
  );
}
