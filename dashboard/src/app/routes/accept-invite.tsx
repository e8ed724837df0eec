export { AcceptInvitePage as Component } from "@/features/auth/components/accept-invite-page";
