import type { NodeFormProps } from "../../nodes/kind";
import type { Problem } from "../../nodes/problems";
import type { Said } from "./form-scope";

type Given = {
  problems: readonly Problem[];
  findings: NodeFormProps["findings"];
  tell: (problem: Problem) => string;
};

/** Gives what is to be said of a field: what we see ourselves, else what the server's check says. */
export function saidOf({ problems, findings, tell }: Given): (path: string, within?: boolean) => Said | undefined {
  return (path, within = false) => {
    const isAbout = (place: string) =>
      place === path || (within && place.startsWith(path) && /^[.[]/.test(place.slice(path.length)));
    const problem = path ? problems.find((one) => isAbout(one.path)) : undefined;
    if (problem) return { message: tell(problem), severity: problem.severity ?? "error" };
    return path ? findings.find((one) => isAbout((one.place ?? "").replace(/^data\./, ""))) : undefined;
  };
}
