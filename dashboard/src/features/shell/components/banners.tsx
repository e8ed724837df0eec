import { useQuery } from "@tanstack/react-query";
import { CloudOffIcon, HourglassIcon, LockIcon, MailWarningIcon, type LucideIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { toast } from "sonner";
import { useMay, useMe } from "@/api/me/get-me";
import { useResendVerification } from "@/api/me/resend-verification";
import { tenantQuery } from "@/api/tenant/get-tenant";
import { Button } from "@/components/ui/button";
import { useNow } from "@/hooks/use-now";
import { errorText } from "@/lib/error-text";
import { useRealtimeStatus } from "@/lib/realtime";
import { cn } from "@/lib/utils";
import { trialDaysLeft } from "../utils/trial";

/** What one must know whatever one does: the connection, the trial, an e-mail that nobody confirmed. */
export function Banners() {
  return (
    <>
      <ConnectionBanner />
      <CompanyBanner />
      <EmailBanner />
    </>
  );
}

type BannerProps = { icon: LucideIcon; tone: "warning" | "info"; children: ReactNode; action?: ReactNode };

function Banner({ icon: Icon, tone, children, action }: BannerProps) {
  return (
    <div
      className={cn(
        "flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1 text-[0.8125rem]",
        tone === "warning" ? "bg-warning/10 text-warning" : "bg-info/10 text-info",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  );
}

function ConnectionBanner() {
  const { t } = useTranslation("shell");
  const isAway = useRealtimeStatus((state) => state.status === "away");
  return (
    <div role="status" aria-live="polite" className="shrink-0">
      {isAway && (
        <Banner icon={CloudOffIcon} tone="warning">
          {t("banner.reconnecting")}
        </Banner>
      )}
    </div>
  );
}

function CompanyBanner() {
  const { t } = useTranslation("shell");
  const mayRead = useMay("tenant:read");
  const mayManage = useMay("tenant:manage");
  const { data: company } = useQuery({ ...tenantQuery, enabled: mayRead });
  const now = useNow();
  if (company?.status === "suspended")
    return (
      <Banner icon={LockIcon} tone="warning" action={mayManage && <PlanLink />}>
        {t("banner.suspended")}
      </Banner>
    );
  const days = company ? trialDaysLeft(company, now) : null;
  if (days === null || !mayManage) return null;
  return (
    <Banner icon={HourglassIcon} tone={days <= 3 ? "warning" : "info"} action={<PlanLink />}>
      {days === 0 ? t("banner.trialToday") : t("banner.trial", { count: days })}
    </Banner>
  );
}

function PlanLink() {
  const { t } = useTranslation("shell");
  return (
    <Link to="/settings/plan" className="inline-flex min-h-6 items-center font-medium underline underline-offset-4">
      {t("banner.plan")}
    </Link>
  );
}

function EmailBanner() {
  const { t } = useTranslation("shell");
  const me = useMe();
  const [isHidden, setHidden] = useState(false);
  const { mutate, isPending } = useResendVerification();
  if (me.email_verified || isHidden) return null;
  const resend = () =>
    mutate(undefined, {
      onSuccess: () => {
        toast.success(t("banner.emailSent", { email: me.email }));
        setHidden(true);
      },
      onError: (error) => toast.error(errorText(error)),
    });
  return (
    <Banner
      icon={MailWarningIcon}
      tone="info"
      action={
        <Button
          variant="link"
          size="sm"
          className="h-6 px-0 text-info underline"
          aria-disabled={isPending}
          onClick={resend}
        >
          {t("banner.resend")}
        </Button>
      }
    >
      {t("banner.email", { email: me.email })}
    </Banner>
  );
}
