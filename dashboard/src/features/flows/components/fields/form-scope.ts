import { createContext, useContext } from "react";
import type { FlowDocument } from "../../utils/document";
import type { Variable } from "../../utils/variables";

/** What is said of a field: an error refuses publishing, a warning does not. */
export type Said = { message: string; severity: "error" | "warning" };

/** What the fields of a node's form know without being told one by one. */
export type FormScope = {
  flow: FlowDocument;
  nodeId: string;
  variables: readonly Variable[];
  /** What is wrong with a field (`buttons[0].title`), or anywhere in it where `within`. */
  says: (path: string, within?: boolean) => Said | undefined;
  readOnly: boolean;
};

const NOTHING: FormScope = {
  flow: { nodes: [], edges: [] },
  nodeId: "",
  variables: [],
  says: () => undefined,
  readOnly: false,
};

export const FormScopeContext = createContext<FormScope>(NOTHING);

export function useFormScope(): FormScope {
  return useContext(FormScopeContext);
}
