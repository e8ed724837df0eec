import { useParams } from "react-router";
import { SegmentPage } from "@/features/segments/components/segment-page";
import { SegmentsScreen } from "@/features/segments/components/segments-screen";

export function Component() {
  const { segmentId } = useParams();
  return segmentId ? <SegmentPage key={segmentId} segmentId={segmentId} /> : <SegmentsScreen />;
}
