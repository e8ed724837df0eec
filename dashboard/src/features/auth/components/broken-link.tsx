import { LinkIcon } from "lucide-react";
import { Alert, AlertDescription } from "@/components/ui/alert";

/** Says that a link of an e-mail is good no more, or was cut in two. */
export function BrokenLink({ text }: { text: string }) {
  return (
    <Alert variant="warning">
      <LinkIcon aria-hidden />
      <AlertDescription>{text}</AlertDescription>
    </Alert>
  );
}
