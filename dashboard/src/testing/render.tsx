import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, type RenderResult } from "@testing-library/react";
import { Suspense, type ReactElement } from "react";
import { MemoryRouter } from "react-router";

/** Draws something as the app would: with a router, a fresh cache, and its texts in English. Await it: texts are loaded. */
export async function renderApp(
  element: ReactElement,
  { path = "/", client = new QueryClient({ defaultOptions: { queries: { retry: false } } }) } = {},
): Promise<RenderResult & { client: QueryClient }> {
  const result = render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[path]}>
        <Suspense fallback={<div data-testid="loading" />}>{element}</Suspense>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const { waitFor } = await import("@testing-library/react");
  await waitFor(() => {
    if (result.queryByTestId("loading")) throw new Error("still loading");
  });
  return { ...result, client };
}
