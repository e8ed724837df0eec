import { formatPhone } from "@/lib/format";

type Named = { name: string | null; phone: string | null; email?: string | null };

/** What a contact is called: its name, else its phone or e-mail. */
export function contactName({ name, phone, email }: Named): string {
  return name ?? (phone ? formatPhone(phone) : (email ?? "—"));
}
