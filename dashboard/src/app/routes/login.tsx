export { LogInPage as Component } from "@/features/auth/components/log-in-page";
