import { LoaderCircleIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";

type Props = ComponentProps<typeof Button> & { pending?: boolean };

/** The button that sends a form. While it is sent it stays focusable, and sends nothing twice. */
export function SubmitButton({ pending = false, children, onClick, ...props }: Props) {
  return (
    <Button
      {...props}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {pending && <LoaderCircleIcon aria-hidden className="animate-spin" />}
      {children}
    </Button>
  );
}
