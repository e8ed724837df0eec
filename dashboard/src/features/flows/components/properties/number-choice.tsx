import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { whatsappConfigsQuery } from "@/api/whatsapp-configs/list-whatsapp-configs";
import { Choice } from "./choice";
import { Field } from "./field";

const ANY = " ";

type Props = { value: string | null; onChange: (id: string | null) => void; isReadOnly: boolean };

/** Which of the company's numbers speaks. Who may not see the numbers leaves it as it is. */
export function NumberChoice({ value, onChange, isReadOnly }: Props) {
  const { t } = useTranslation("flows");
  const mayList = useMay("whatsapp:manage");
  const { data } = useQuery({ ...whatsappConfigsQuery, enabled: mayList });
  if (!mayList) return null;
  const numbers = (data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Field label={t("editor.trigger.number")} hint={t("editor.trigger.numberHint")}>
      {(ids) => (
        <Choice
          {...ids}
          value={value ?? ANY}
          onChange={(id) => onChange(id === ANY ? null : id)}
          options={[{ value: ANY, label: t("editor.trigger.anyNumber") }, ...numbers]}
          disabled={isReadOnly}
        />
      )}
    </Field>
  );
}
