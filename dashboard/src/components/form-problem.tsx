import { CircleAlertIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Alert, AlertDescription } from "@/components/ui/alert";

type Props = {
  text: string | null | undefined;
  /** What can be done about it. */
  action?: ReactNode;
};

/** What is wrong with a form as a whole; nothing where nothing is. */
export function FormProblem({ text, action }: Props) {
  if (!text) return null;
  return (
    <Alert variant="destructive">
      <CircleAlertIcon aria-hidden />
      <AlertDescription>
        {text}
        {action}
      </AlertDescription>
    </Alert>
  );
}
