import { later } from "@/components/later";

/** Nobody narrows a list before it is there. */
export const { Component: FilterForm, load: loadFilterForm } = later(
  async () => (await import("./filter-form")).FilterForm,
);
