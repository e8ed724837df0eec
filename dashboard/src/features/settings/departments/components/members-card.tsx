import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useMay } from "@/api/me/get-me";
import { usersQuery } from "@/api/users/list-users";
import { SearchInput } from "@/components/search-input";
import { Checkbox } from "@/components/ui/checkbox";
import { Form, FormField, FormItem, FormMessage } from "@/components/ui/form";
import { Label } from "@/components/ui/label";
import { useEntityForm } from "@/hooks/use-entity-form";
import { CardForm, SettingsCard } from "../../components/settings-card";
import { switched } from "../../utils/permissions";
import { useRoleName } from "../../utils/use-role-name";
import type { DepartmentDetail } from "../api/get-department";
import { useSetMembers } from "../api/set-members";

type Person = { id: string; name: string; role: string };

/** Who is in a department: members first, then who could be. */
export function MembersCard({ department }: { department: DepartmentDetail }) {
  const { t } = useTranslation(["settings", "common"]);
  const client = useQueryClient();
  const set = useSetMembers();
  const [q, setQ] = useState("");
  const mayList = useMay("users:read");
  const people = useQuery({
    ...usersQuery({ limit: 100, sort: "name", order: "asc", status: "active", q }),
    enabled: mayList,
  });
  const { form, submit, dirty, pending } = useEntityForm({
    schema: z.object({ user_ids: z.array(z.string()) }),
    values: { user_ids: department.people.map((person) => person.id).sort() },
    done: t("common:saved"),
    send: ({ user_ids: userIds }) =>
      set.mutateAsync({ departmentId: department.id, version: department.version, userIds }),
    reload: () => void client.invalidateQueries({ queryKey: ["departments"] }),
  });
  const others = (people.data?.items ?? []).filter((one) => department.people.every(({ id }) => id !== one.id));
  const needle = q.toLowerCase();
  const members = department.people.filter((one) => one.name.toLowerCase().includes(needle));
  return (
    <SettingsCard title={t("departments.members")} description={t("departments.members-hint")}>
      <SearchInput value={q} onChange={setQ} label={t("departments.find")} className="mb-3 max-w-sm" />
      <Form {...form}>
        <CardForm onSubmit={submit} dirty={dirty} pending={pending}>
          <FormField
            control={form.control}
            name="user_ids"
            render={({ field }) => (
              <FormItem>
                <ul
                  className="max-h-80 divide-y overflow-y-auto rounded-md border"
                  aria-label={t("departments.members")}
                >
                  {[...members, ...others].map((person) => (
                    <MemberBox
                      key={person.id}
                      person={person}
                      checked={field.value.includes(person.id)}
                      onChange={(on) => field.onChange(switched(field.value, person.id, on).sort())}
                    />
                  ))}
                </ul>
                <FormMessage />
              </FormItem>
            )}
          />
        </CardForm>
      </Form>
    </SettingsCard>
  );
}

function MemberBox({
  person,
  checked,
  onChange,
}: {
  person: Person;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  const id = useId();
  const nameOf = useRoleName();
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <Checkbox id={id} checked={checked} onCheckedChange={(on) => onChange(on === true)} />
      <Label htmlFor={id} className="flex-1 font-normal">
        {person.name}
      </Label>
      <span className="text-xs text-muted-foreground">{nameOf(person.role)}</span>
    </li>
  );
}
