import { memo, type ReactNode } from "react";
import { cn } from "@/lib/utils";
import { isEmojiOnly, parseText, tidied, type Block, type Inline, type Line } from "./format-text";

/** A message's words with WhatsApp's marks drawn. Nothing of it is ever HTML. */
export const FormattedText = memo(function FormattedText({ body, className }: { body: string; className?: string }) {
  if (isEmojiOnly(body)) return <p className={cn("text-4xl leading-tight", className)}>{body.trim()}</p>;
  return (
    <div className={cn("text-sm leading-relaxed break-words whitespace-pre-wrap [overflow-wrap:anywhere]", className)}>
      {tidied(parseText(body)).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
});

function BlockView({ block }: { block: Block }) {
  if (block.kind === "code")
    return <pre className="my-1 overflow-x-auto rounded bg-foreground/5 p-2 font-mono text-xs">{block.text}</pre>;
  if (block.kind === "quote")
    return (
      <blockquote className="my-0.5 border-l-2 border-current/40 pl-2 opacity-90">{lines(block.lines)}</blockquote>
    );
  if (block.kind === "bullets")
    return (
      <ul className="list-disc pl-5">
        {block.lines.map((line, index) => (
          <li key={index}>{pieces(line.inlines)}</li>
        ))}
      </ul>
    );
  if (block.kind === "numbers")
    return (
      <ol className="list-decimal pl-6" start={Number.parseInt(block.lines[0]?.prefix ?? "1", 10)}>
        {block.lines.map((line, index) => (
          <li key={index}>{pieces(line.inlines)}</li>
        ))}
      </ol>
    );
  return <>{lines(block.lines)}</>;
}

const lines = (given: Line[]): ReactNode =>
  given.map((line, index) => (
    <p key={index} className="min-h-[1lh]">
      {pieces(line.inlines)}
    </p>
  ));

const pieces = (inlines: Inline[]): ReactNode => inlines.map((inline, index) => <Piece key={index} inline={inline} />);

function Piece({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "bold":
      return <strong className="font-semibold">{pieces(inline.children)}</strong>;
    case "italic":
      return <em>{pieces(inline.children)}</em>;
    case "strike":
      return <s>{pieces(inline.children)}</s>;
    case "code":
      return <code className="rounded bg-foreground/5 px-1 font-mono text-[0.85em]">{inline.text}</code>;
    case "link":
      return (
        <a
          href={inline.href}
          target="_blank"
          rel="noopener noreferrer"
          className="text-tick underline underline-offset-2"
        >
          {inline.text}
        </a>
      );
  }
}
