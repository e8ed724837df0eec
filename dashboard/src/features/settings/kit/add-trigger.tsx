import { Plus } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";

/** The button above a list that adds to it. */
export function AddTrigger({ children, ...props }: ComponentProps<typeof Button>) {
  return (
    <Button {...props}>
      <Plus aria-hidden />
      {children}
    </Button>
  );
}
