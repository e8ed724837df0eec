import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellErrorOrReload } from "@/lib/tell-error";
import { useTexts } from "../../kit/use-texts";
import type { BotText } from "../api/get-bot-config";
import { useSaveBotText } from "../api/save-bot-text";

/** Brings PyTake's own text back in a language. */
export function ResetText({ text, language }: { text: BotText; language: "pt-BR" | "en" }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const save = useSaveBotText();
  const reload = () => void client.invalidateQueries({ queryKey: ["bot", "config"] });
  const go = () =>
    save.mutate(
      { key: text.key, version: text.version, body: { texts: { [language]: null } } },
      { onError: (error) => tellErrorOrReload(error, reload), onSettled: () => setAsking(false) },
    );
  return (
    <>
      <Button type="button" variant="ghost" size="sm" className="justify-self-start" onClick={() => setAsking(true)}>
        {t("bot.reset")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("bot.reset-ask", { name: t(`bot.keys.${text.key}.title`) })}
        description={t("bot.reset-hint")}
        confirmLabel={t("bot.reset")}
        destructive
        pending={save.isPending}
        onConfirm={go}
      />
    </>
  );
}
