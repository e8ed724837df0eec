import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import type { Script } from "../utils/script";

/** The tests beside a flow. What is kept was checked to be tests when it was written. */
export const flowTestsQuery = (flowId: string) =>
  queryOptions({
    queryKey: ["flows", flowId, "tests"],
    queryFn: async ({ signal }) => {
      const path = { flow_id: flowId };
      const { tests, version } = await unwrap(api.GET("/api/v1/flows/{flow_id}/tests", { params: { path }, signal }));
      return { tests: tests as Script[], version };
    },
  });
