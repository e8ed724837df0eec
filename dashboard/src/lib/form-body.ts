/** A multipart body of parts in their order, for requests whose description names none. */
export function formBody(parts: Record<string, string | File>): never {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) form.append(name, value);
  return form as never;
}
