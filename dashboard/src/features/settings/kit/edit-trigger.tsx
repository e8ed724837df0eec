import { Pencil } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { useTexts } from "./use-texts";

/** The pencil in a row. */
export function EditTrigger({ name, ...props }: ComponentProps<typeof Button> & { name: string }) {
  const { t } = useTexts();
  return (
    <Button variant="ghost" size="icon-sm" aria-label={t("kit.edit", { name })} {...props}>
      <Pencil aria-hidden />
    </Button>
  );
}
