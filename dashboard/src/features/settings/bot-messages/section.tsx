import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Loaded } from "@/components/loaded";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { SectionPage } from "../components/section-page";
import { useTexts } from "../kit/use-texts";
import { botConfigQuery } from "./api/get-bot-config";
import { BotTextCard } from "./components/bot-text-card";
import { NumbersCard } from "./components/numbers-card";

/** What is said by itself, and which flows answer on each number. */
export function Section() {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const texts = useQuery(botConfigQuery);
  return (
    <SectionPage title={frame("sections.bot-messages.title")} description={frame("sections.bot-messages.description")}>
      <Tabs defaultValue="texts">
        <TabsList className="mb-4">
          <TabsTrigger value="texts">{t("bot.texts")}</TabsTrigger>
          <TabsTrigger value="flows">{t("bot.flows")}</TabsTrigger>
        </TabsList>
        <TabsContent value="texts">
          <Loaded query={texts}>{(items) => items.map((text) => <BotTextCard key={text.key} text={text} />)}</Loaded>
        </TabsContent>
        <TabsContent value="flows">
          <NumbersCard />
        </TabsContent>
      </Tabs>
    </SectionPage>
  );
}
