import { useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { useTexts } from "../../kit/use-texts";
import { lineOf } from "../../utils/checks";
import { useAddCanned } from "../api/add-canned";
import type { Canned } from "../api/list-canned-pages";
import { useSaveCanned } from "../api/save-canned";
import { readContent, writeContent, type Attachment } from "../utils/content";

/** No department has this id: it stands for all of them. */
export const EVERYONE = "everyone";
const MAX_TITLE = 200;
/** The longest shortcut that the API takes. */
const MAX_SHORTCUT = 40;

/** The form of a canned response; content that it cannot show stays as it is. */
export function useCannedForm(canned: Canned | undefined, onDone: () => void) {
  const { t } = useTexts();
  const client = useQueryClient();
  const add = useAddCanned();
  const save = useSaveCanned();
  const keyOf = useIdempotencyKey();
  const draft = canned ? readContent(canned.content) : { body: "", attachment: null };
  return useEntityForm({
    schema: z
      .object({
        shortcut: lineOf(t, MAX_SHORTCUT),
        title: lineOf(t, MAX_TITLE),
        body: z.string(),
        attachment: z.custom<Attachment | null>(),
        department: z.string(),
      })
      .refine(({ body, attachment }) => draft === null || attachment !== null || body.trim() !== "", {
        path: ["body"],
        message: t("checks.required"),
      }),
    values: {
      shortcut: canned?.shortcut ?? "",
      title: canned?.title ?? "",
      body: draft?.body ?? "",
      attachment: draft?.attachment ?? null,
      department: canned?.department_id ?? EVERYONE,
    },
    rename: (field) => (field.startsWith("content") ? "body" : field === "department_id" ? "department" : field),
    send: ({ body, attachment, department, ...rest }) => {
      const named = { ...rest, department_id: department === EVERYONE ? null : department };
      const content = writeContent({ body, attachment });
      if (!canned) return add.mutateAsync({ key: keyOf({ ...named, content }), body: { ...named, content } });
      return save.mutateAsync({
        id: canned.id,
        version: canned.version,
        body: draft ? { ...named, content } : named,
      });
    },
    onDone,
    reload: () => void client.invalidateQueries({ queryKey: ["canned-responses"] }),
  });
}
