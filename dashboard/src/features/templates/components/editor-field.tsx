import { useId, type ReactNode } from "react";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/utils";
import { useEditor } from "../hooks/use-editor";
import { lengthOf } from "../utils/finding";
import { PlaceFindings } from "./place-findings";

type Control = { id: string; "aria-invalid": boolean; "aria-describedby": string };

type Props = {
  at: string;
  label: string;
  hint?: string;
  /** The text and its limit, for the counter. */
  counted?: { text: string; most: number };
  className?: string;
  children: (control: Control) => ReactNode;
};

/** A field of the editor: its label, its counter, and what Meta would say of it. */
export function EditorField({ at, label, hint, counted, className, children }: Props) {
  const id = useId();
  const { findingsAt, toldAt } = useEditor();
  const findings = findingsAt(at);
  const told = toldAt(at);
  const length = counted ? lengthOf(counted.text) : 0;
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-2">
        <Label htmlFor={id}>{label}</Label>
        {counted && (
          <span
            className={cn("text-xs tabular-nums", length > counted.most ? "text-destructive" : "text-muted-foreground")}
          >
            {length}/{counted.most}
          </span>
        )}
      </div>
      {children({
        id,
        "aria-invalid": findings.some((one) => one.level === "error") || told !== undefined,
        "aria-describedby": `${id}-findings${hint ? ` ${id}-hint` : ""}`,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-muted-foreground">
          {hint}
        </p>
      )}
      <PlaceFindings id={`${id}-findings`} findings={findings} told={told} />
    </div>
  );
}
