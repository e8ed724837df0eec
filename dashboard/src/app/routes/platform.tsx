import { useParams } from "react-router";
import { PlatformScreen } from "@/features/platform/components/platform-screen";

/** `/platform/:tenantId?`, for operators of the platform. */
export function Component() {
  const { tenantId } = useParams();
  return <PlatformScreen tenantId={tenantId} />;
}
