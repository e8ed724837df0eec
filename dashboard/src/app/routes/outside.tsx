export { OutsideLayout as Component } from "@/features/auth/components/outside-layout";
