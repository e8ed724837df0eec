import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { ApiError } from "@/lib/api-error";
import { errorText } from "@/lib/error-text";

type Names<Values extends FieldValues> = Record<string, FieldPath<Values>>;

/** Puts what the API says about fields, in the reader's language, on the fields, and focuses the first; gives what is left to say, or null.
 *
 * What is left of a refusal that is not about what was filled in (a limit of the plan, say) is the refusal itself.
 * `names` maps the API's names to the form's where they differ.
 */
export function applyApiErrors<Values extends FieldValues, Context, Sent>(
  form: Pick<UseFormReturn<Values, Context, Sent>, "setError" | "getValues">,
  error: unknown,
  names: Names<Values> = {},
): string | null {
  if (!(error instanceof ApiError) || error.details.length === 0) return errorText(error);
  const known = Object.keys(form.getValues());
  const isWrongInput = error.status === 422 || error.status === 400;
  const left: string[] = [];
  let isFirst = true;
  for (const { field, message } of error.details) {
    const name = names[field] ?? field;
    if (!known.includes(name.split(".")[0] ?? "")) left.push(isWrongInput ? message : error.message);
    else {
      form.setError(name as FieldPath<Values>, { type: "server", message }, { shouldFocus: isFirst });
      isFirst = false;
    }
  }
  return left.length ? [...new Set(left)].join(" ") : null;
}
