import { Badge } from "@/components/ui/badge";

/** A tag with its colour as a dot: the words stay readable whatever the colour. */
export function TagChip({ tag }: { tag: { name: string; color: string } }) {
  return (
    <Badge variant="outline" className="max-w-full gap-1.5 font-normal">
      <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ backgroundColor: tag.color }} />
      <span className="truncate">{tag.name}</span>
    </Badge>
  );
}
