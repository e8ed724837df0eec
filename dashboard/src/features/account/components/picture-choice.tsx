import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useMe } from "@/api/me/get-me";
import { useUpdateMe } from "@/api/me/update-me";
import { Button } from "@/components/ui/button";
import { UserAvatar } from "@/components/user-avatar";
import { errorText } from "@/lib/error-text";
import { pictureOf } from "../utils/picture";

/** One's picture: chosen from a file, cut to a square, or taken away. */
export function PictureChoice() {
  const { t } = useTranslation("account");
  const me = useMe();
  const input = useRef<HTMLInputElement>(null);
  const { mutate, isPending } = useUpdateMe();
  const send = (avatar: string | null) =>
    mutate(
      { avatar },
      {
        onSuccess: () => toast.success(t("saved", { ns: "common" })),
        onError: (error) => toast.error(errorText(error)),
      },
    );
  const take = async (file: File) => {
    try {
      send(await pictureOf(file));
    } catch {
      toast.error(t("profile.notAPicture"));
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <UserAvatar name={me.name} userId={me.id} hasAvatar={me.has_avatar} size="xl" />
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("profile.choosePicture")}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void take(file);
          target.value = "";
        }}
      />
      <div className="grid gap-1.5">
        <div className="flex flex-wrap gap-2">
          <Button variant="outline" size="sm" disabled={isPending} onClick={() => input.current?.click()}>
            {t("profile.choosePicture")}
          </Button>
          {me.has_avatar && (
            <Button variant="ghost" size="sm" disabled={isPending} onClick={() => send(null)}>
              {t("profile.removePicture")}
            </Button>
          )}
        </div>
        <p className="text-[0.8125rem] text-muted-foreground">{t("profile.pictureHint")}</p>
      </div>
    </div>
  );
}
