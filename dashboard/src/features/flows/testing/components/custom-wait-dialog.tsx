import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { readDuration } from "../utils/clock";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; onWait: (duration: string) => void };

/** Lets any time pass: `1d12h`. */
export function CustomWaitDialog({ open, onOpenChange, onWait }: Props) {
  const { t } = useTranslation("flow-panels");
  const [text, setText] = useState("2h");
  const isGood = readDuration(text) !== null;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!isGood) return;
    onWait(text);
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("test.wait.title")}</DialogTitle>
          <DialogDescription>{t("test.wait.text")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} className="space-y-4">
          <div className="space-y-2">
            <Label htmlFor="wait-length">{t("test.wait.length")}</Label>
            <Input
              id="wait-length"
              value={text}
              aria-invalid={!isGood}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <DialogFooter>
            <Button type="submit" disabled={!isGood}>
              {t("test.wait.submit")}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
