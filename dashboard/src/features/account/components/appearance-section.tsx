import { MonitorIcon, MoonIcon, SunIcon } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useUpdateMe } from "@/api/me/update-me";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { errorText } from "@/lib/error-text";
import { changeLanguage } from "@/lib/i18n";
import { LANGUAGES, currentLanguage, nearestLanguage } from "@/lib/language";
import { useTheme, type Theme } from "@/lib/theme";
import { Panel } from "./panel";

const THEMES = [
  { id: "light", icon: SunIcon },
  { id: "dark", icon: MoonIcon },
  { id: "system", icon: MonitorIcon },
] as const;

/** The language and the theme. */
export function AppearanceSection() {
  const { t } = useTranslation("account");
  return (
    <Panel title={t("sections.appearance")} description={t("appearance.description")}>
      <div className="grid gap-6">
        <LanguageChoice />
        <ThemeChoice />
      </div>
    </Panel>
  );
}

function LanguageChoice() {
  const { t } = useTranslation("common");
  const id = useId();
  const { mutate } = useUpdateMe();
  const choose = (wish: string) => {
    const language = nearestLanguage(wish);
    void changeLanguage(language);
    mutate({ language }, { onError: (error) => toast.error(errorText(error)) });
  };
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{t("language.label")}</Label>
      <Select value={currentLanguage()} onValueChange={choose}>
        <SelectTrigger id={id} className="w-56">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {LANGUAGES.map((one) => (
            <SelectItem key={one} value={one} lang={one}>
              {t(`language.${one}`)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}

function ThemeChoice() {
  const { t } = useTranslation("common");
  const { theme, setTheme } = useTheme();
  return (
    <div className="grid gap-1.5">
      <span className="font-medium">{t("theme.label")}</span>
      <ToggleGroup
        type="single"
        variant="outline"
        aria-label={t("theme.label")}
        value={theme}
        onValueChange={(next: Theme | "") => next && setTheme(next)}
      >
        {THEMES.map(({ id, icon: Icon }) => (
          <ToggleGroupItem key={id} value={id} className="px-3">
            <Icon aria-hidden />
            {t(`theme.${id}`)}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
    </div>
  );
}
