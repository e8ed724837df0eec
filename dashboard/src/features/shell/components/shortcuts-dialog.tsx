import { useTranslation } from "react-i18next";
import { ShortcutKeys } from "@/components/shortcut-keys";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { useShortcutList } from "@/hooks/use-shortcut";
import type { Shortcut } from "@/lib/shortcuts";
import { openShortcuts } from "../stores/shortcuts-dialog";

/** Puts them under their headings, each once, in the order in which they came. */
function byGroup(all: readonly Shortcut[], rest: string): [string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>();
  for (const one of all) {
    const group = groups.get(one.group ?? rest) ?? [];
    if (!group.some(({ keys }) => keys === one.keys)) group.push(one);
    groups.set(one.group ?? rest, group);
  }
  return [...groups];
}

/** The list of the shortcuts that work on this screen. */
export function ShortcutsDialog() {
  const { t } = useTranslation("shell");
  const all = useShortcutList();
  return (
    <Dialog open onOpenChange={openShortcuts}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("shortcuts.title")}</DialogTitle>
          <DialogDescription>{t("shortcuts.description")}</DialogDescription>
        </DialogHeader>
        {byGroup(all, t("shortcuts.screen")).map(([group, list]) => (
          <section key={group}>
            <h3 className="mb-1 text-xs font-medium text-muted-foreground">{group}</h3>
            <dl className="divide-y">
              {list.map(({ keys, label }) => (
                <div key={keys} className="flex items-center justify-between gap-4 py-1.5">
                  <dt>{label}</dt>
                  <dd>
                    <ShortcutKeys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogContent>
    </Dialog>
  );
}
