import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { realtime } from "@/lib/realtime";
import type { Import } from "../api/get-import";
import { isOver, readNews, withNews } from "../utils/progress";

/** Moves the bars of imports as the server tells, and reads one that is over again. */
export function useImportsLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stops = [
      realtime.follow("contacts"),
      realtime.on("import_progress", ({ data }) => {
        const news = readNews(data);
        if (!news) return;
        client.setQueryData<Import>(["imports", news.import_id], (row) => row && withNews(row, news));
        if (!isOver(news.state)) return;
        void client.invalidateQueries({ queryKey: ["imports", news.import_id] });
        void client.invalidateQueries({ queryKey: ["imports", "list"] });
        void client.invalidateQueries({ queryKey: ["contacts", "list"] });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
}
