import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

type Props = { imported: Schema<"ImportedFlowView">; onAgain: () => void };

/** What became of a file: the draft, what was converted into what, what was changed and what is lost. */
export function ImportReport({ imported: { flow, report }, onAgain }: Props) {
  const { t } = useTranslation("chatbots");
  const notes = [...(report.notes ?? [])].sort((one, other) => Number(other.lost) - Number(one.lost));
  return (
    <div className="space-y-4">
      <p role="status" className="flex items-center gap-2 font-medium">
        <CircleCheck className="size-5 text-success" aria-hidden />
        {t("import.done", { name: flow.name })}
      </p>
      <Conversions conversions={report.converted ?? []} />
      {notes.length > 0 && (
        <section aria-labelledby="notes-title" className="space-y-2">
          <h3 id="notes-title" className="font-medium">
            {t("import.notes")}
          </h3>
          <ul className="divide-y rounded-lg border">
            {notes.map((note, number) => (
              <Note key={number} note={note} />
            ))}
          </ul>
        </section>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="outline" onClick={onAgain}>
          {t("import.again")}
        </Button>
        <Button asChild>
          <Link to={`/flows/${flow.id}`}>{t("flow.open")}</Link>
        </Button>
      </div>
    </div>
  );
}

function Conversions({ conversions }: { conversions: readonly Schema<"Conversion">[] }) {
  const { t } = useTranslation("chatbots");
  if (conversions.length === 0) return null;
  return (
    <section aria-labelledby="converted-title" className="space-y-2">
      <h3 id="converted-title" className="font-medium">
        {t("import.converted")}
      </h3>
      <ul className="flex flex-wrap gap-1.5">
        {conversions.map((one) => (
          <li key={`${one.kind} ${one.became}`}>
            <Badge variant="secondary">
              {t("import.became", { kind: one.kind, became: one.became, count: one.count })}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Note({ note }: { note: Schema<"ImportNote"> }) {
  const { t } = useTranslation("chatbots");
  const Icon = note.lost ? TriangleAlert : Info;
  return (
    <li className="flex gap-3 p-3">
      <Icon
        className={note.lost ? "mt-0.5 size-4 shrink-0 text-warning" : "mt-0.5 size-4 shrink-0 text-info"}
        aria-hidden
      />
      <div className="min-w-0">
        <p className="first-letter:uppercase">
          <span className="sr-only">{t(note.lost ? "import.lost" : "import.changed")} </span>
          {note.message}
        </p>
        <p className="text-xs break-words text-muted-foreground">
          {[note.place, note.kind].filter(Boolean).join(" · ")}
        </p>
      </div>
    </li>
  );
}
