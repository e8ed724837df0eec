import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { avatarQuery } from "@/api/users/get-avatar";
import { Avatar, AvatarFallback, AvatarImage } from "@/components/ui/avatar";
import { initialsOf } from "@/lib/format";
import { cn } from "@/lib/utils";

/** How a user is seen by the others. */
export type PresenceStatus = "online" | "away" | "busy" | "offline";

const SIZES = {
  xs: "size-5 text-[0.625rem]",
  sm: "size-6 text-[0.6875rem]",
  md: "size-8",
  lg: "size-10",
  xl: "size-16 text-lg",
};
const DOTS: Record<PresenceStatus, string> = {
  online: "bg-success",
  away: "bg-warning",
  busy: "bg-destructive",
  offline: "bg-card inset-ring-2 inset-ring-muted-foreground",
};

type Props = {
  name: string;
  userId?: string | null;
  hasAvatar?: boolean;
  status?: PresenceStatus;
  size?: keyof typeof SIZES;
  className?: string;
};

/** Somebody's picture, or their initials; with a dot that tells whether they are there. The name is said beside it. */
export function UserAvatar({ name, userId, hasAvatar = false, status, size = "md", className }: Props) {
  const { t } = useTranslation("common");
  const picture = useQuery({ ...avatarQuery(userId ?? ""), enabled: hasAvatar && !!userId });
  return (
    <span className={cn("relative inline-flex shrink-0", className)}>
      <Avatar className={SIZES[size]} aria-hidden>
        {picture.data && <AvatarImage src={picture.data} alt="" />}
        <AvatarFallback className="text-[length:inherit]">{initialsOf(name)}</AvatarFallback>
      </Avatar>
      {status && (
        <span
          className={cn("absolute -right-px -bottom-px size-2.5 rounded-full ring-2 ring-background", DOTS[status])}
          title={t(`presence.${status}`)}
        >
          <span className="sr-only">{t(`presence.${status}`)}</span>
        </span>
      )}
    </span>
  );
}
