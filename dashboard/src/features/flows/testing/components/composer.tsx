import { Contact, FileText, Image, MapPin, Mic, Paperclip, SendHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Input } from "@/components/ui/input";
import { CONTENTS, type ContentKind } from "../utils/contents";
import type { Step } from "../utils/script";

const ICONS = { image: Image, voice: Mic, document: FileText, location: MapPin, contacts: Contact } as const;

/** What the contact writes or sends. */
export function Composer({ onAct }: { onAct: (step: Step) => void }) {
  const { t } = useTranslation("flow-panels");
  const [text, setText] = useState("");
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    onAct({ say: text });
    setText("");
  };
  return (
    <form onSubmit={submit} className="flex items-center gap-1.5 border-t p-2">
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button type="button" variant="ghost" size="icon-sm" aria-label={t("test.send_other")}>
            <Paperclip aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start">
          {(Object.keys(CONTENTS) as ContentKind[]).map((kind) => {
            const Icon = ICONS[kind];
            return (
              <DropdownMenuItem key={kind} onSelect={() => onAct({ send: CONTENTS[kind] })}>
                <Icon aria-hidden /> {t(`test.send.${kind}`)}
              </DropdownMenuItem>
            );
          })}
        </DropdownMenuContent>
      </DropdownMenu>
      <Input
        value={text}
        aria-label={t("test.write")}
        placeholder={t("test.write")}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" size="icon-sm" aria-label={t("test.say")} disabled={!text.trim()}>
        <SendHorizontal aria-hidden />
      </Button>
    </form>
  );
}
