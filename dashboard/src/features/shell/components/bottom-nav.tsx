import { MenuIcon, SearchIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useMe } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "@/components/ui/sheet";
import { openCommandPalette } from "@/hooks/use-commands";
import { cn } from "@/lib/utils";
import { isOperator, isWithin, placesOf, type Place } from "../utils/navigation";
import { UnreadBadge } from "./nav-link";
import { UserMenu } from "./user-menu";

/** As many as a thumb tells apart on a narrow screen; the others are behind the last one. */
const SHOWN = 4;
const ITEM =
  "relative flex min-h-13 flex-1 flex-col items-center justify-center gap-0.5 text-[0.6875rem] font-medium outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60 focus-visible:ring-inset";

/** The navigation at the foot of a phone. */
export function BottomNav({ className }: { className?: string }) {
  const { t } = useTranslation("shell");
  const me = useMe();
  const places = placesOf(me);
  const [open, setOpen] = useState(false);
  return (
    <nav
      aria-label={t("nav.main")}
      className={cn("flex shrink-0 border-t bg-sidebar pb-[env(safe-area-inset-bottom)]", className)}
    >
      {places.slice(0, SHOWN).map((place) => (
        <BottomLink key={place.id} place={place} />
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        className={cn(ITEM, "text-muted-foreground")}
        onClick={() => setOpen(true)}
      >
        <MenuIcon aria-hidden className="size-5" />
        {t("nav.more")}
      </button>
      <MoreSheet open={open} onOpenChange={setOpen} places={places.slice(SHOWN)} showsPresence={!isOperator(me)} />
    </nav>
  );
}

function BottomLink({ place }: { place: Place }) {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const isHere = isWithin(place, pathname);
  const Icon = place.icon;
  return (
    <Link
      to={place.path}
      aria-current={isHere ? "page" : undefined}
      className={cn(ITEM, isHere ? "text-primary" : "text-muted-foreground")}
    >
      <span className="relative px-3">
        <Icon aria-hidden className="size-5" />
        {place.id === "inbox" && <UnreadBadge isSmall />}
      </span>
      {t(`nav.${place.id}`)}
    </Link>
  );
}

type MoreProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  places: readonly Place[];
  showsPresence: boolean;
};

function MoreSheet({ open, onOpenChange, places, showsPresence }: MoreProps) {
  const { t } = useTranslation("shell");
  const close = () => onOpenChange(false);
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent side="bottom" className="gap-1 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <SheetHeader className="pb-1">
          <SheetTitle>{t("nav.more")}</SheetTitle>
          <SheetDescription className="sr-only">{t("nav.moreDescription")}</SheetDescription>
        </SheetHeader>
        <div className="grid gap-0.5 px-2">
          {places.map(({ id, path, icon: Icon }) => (
            <Link
              key={id}
              to={path}
              className="flex min-h-11 items-center gap-3 rounded-md px-2.5 font-medium outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60"
              onClick={close}
            >
              <Icon aria-hidden className="size-5 text-muted-foreground" />
              {t(`nav.${id}`)}
            </Link>
          ))}
          <Button
            variant="ghost"
            className="h-11 justify-start gap-3 px-2.5!"
            onClick={() => {
              close();
              openCommandPalette();
            }}
          >
            <SearchIcon aria-hidden className="size-5 text-muted-foreground" />
            {t("palette.open")}
          </Button>
          <UserMenu isNarrow={false} showsPresence={showsPresence} />
        </div>
      </SheetContent>
    </Sheet>
  );
}
