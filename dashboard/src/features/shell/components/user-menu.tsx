import { ChevronsUpDownIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me/get-me";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { UserAvatar } from "@/components/user-avatar";
import { cn } from "@/lib/utils";
import { useOwnStatus } from "../hooks/use-own-status";
import { UserMenuItems } from "./user-menu-items";

type Props = { isNarrow: boolean; showsPresence: boolean };

/** Who one is, and what one may change about it at any time. */
export function UserMenu({ isNarrow, showsPresence }: Props) {
  const { t } = useTranslation("shell");
  const me = useMe();
  const status = useOwnStatus();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={t("user.menu", { name: me.name })}
        className={cn(
          "flex min-h-11 w-full items-center gap-2.5 rounded-md px-1.5 text-left outline-none hover:bg-sidebar-accent/60 focus-visible:ring-[3px] focus-visible:ring-ring/60 data-[state=open]:bg-sidebar-accent",
          isNarrow && "justify-center px-0",
        )}
      >
        <UserAvatar
          name={me.name}
          userId={me.id}
          hasAvatar={me.has_avatar}
          status={showsPresence ? status : undefined}
        />
        {!isNarrow && (
          <>
            <span className="min-w-0 flex-1">
              <span className="block truncate leading-tight font-medium">{me.name}</span>
              <span className="block truncate text-xs leading-tight text-muted-foreground">
                {t(`role.${me.role}`, { ns: "common", defaultValue: me.role })}
              </span>
            </span>
            <ChevronsUpDownIcon aria-hidden className="size-4 text-muted-foreground" />
          </>
        )}
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" align="start" className="w-60">
        <UserMenuItems showsPresence={showsPresence} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
