import {
  CalendarClockIcon,
  LayoutTemplateIcon,
  MicIcon,
  PaperclipIcon,
  SendHorizontalIcon,
  SettingsIcon,
  ZapIcon,
} from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useComposerSettings } from "../../stores/composer-settings";
import { useOpenDialog } from "../../stores/open-dialog";
import { ACCEPTED } from "../../utils/attachments";
import { IconAction } from "../actions/icon-action";
import { EmojiButton } from "./emoji-button";

type Props = {
  canSend: boolean;
  canSchedule: boolean;
  onEmoji: (emoji: string) => void;
  onFiles: (files: File[]) => void;
  onCanned: () => void;
  onVoice: () => void;
  onSend: () => void;
};

/** What one can put into an answer besides words, and the button that sends it. */
export function Toolbar({ canSend, canSchedule, onEmoji, onFiles, onCanned, onVoice, onSend }: Props) {
  const { t } = useTranslation("inbox");
  const open = useOpenDialog((state) => state.open);
  const mayUpload = useMay("media:upload");
  const maySchedule = useMay("messages:send");
  return (
    <div className="flex flex-wrap items-center gap-0.5 px-2 pb-2">
      <EmojiButton onChoose={onEmoji} />
      {mayUpload ? <FileButton onFiles={onFiles} /> : null}
      <IconAction icon={ZapIcon} label={t("composer.canned.open")} keys="/" onClick={onCanned} />
      <IconAction icon={LayoutTemplateIcon} label={t("templatePicker.open")} onClick={() => open("template")} />
      {mayUpload ? <IconAction icon={MicIcon} label={t("composer.voice.start")} onClick={onVoice} /> : null}
      {maySchedule ? (
        <IconAction
          icon={CalendarClockIcon}
          label={t("composer.schedule.open")}
          disabled={!canSchedule}
          onClick={() => open("schedule")}
        />
      ) : null}
      <Settings />
      <Button size="sm" className="ml-auto" aria-disabled={!canSend} onClick={() => canSend && onSend()}>
        <SendHorizontalIcon aria-hidden /> {t("composer.send")}
      </Button>
    </div>
  );
}

function FileButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation("inbox");
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconAction icon={PaperclipIcon} label={t("composer.attachments.add")} onClick={() => chooser.current?.click()} />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t("composer.attachments.add")}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}

function Settings() {
  const { t } = useTranslation("inbox");
  const { enterSends, setEnterSends } = useComposerSettings();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" className="max-sm:hidden" aria-label={t("composer.settings")}>
          <SettingsIcon aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuCheckboxItem checked={enterSends} onCheckedChange={setEnterSends}>
          {t("composer.enterSends")}
        </DropdownMenuCheckboxItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
