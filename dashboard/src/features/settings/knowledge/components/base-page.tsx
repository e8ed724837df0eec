import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMay } from "@/api/me/get-me";
import { Loaded } from "@/components/loaded";
import { SectionPage } from "../../components/section-page";
import { DeleteButton } from "../../kit/delete-button";
import { EditTrigger } from "../../kit/edit-trigger";
import { useTexts } from "../../kit/use-texts";
import { useDeleteBase } from "../api/delete-base";
import { baseQuery } from "../api/get-base";
import { BaseDialog } from "./base-dialog";
import { DocumentsCard } from "./documents-card";
import { SearchCard } from "./search-card";

/** One knowledge base: its documents, and what a question finds in them. */
export function BasePage({ baseId }: { baseId: string }) {
  const { t: frame } = useTranslation("settings");
  const { t } = useTexts();
  const navigate = useNavigate();
  const mayEdit = useMay("flows:edit");
  const base = useQuery(baseQuery(baseId));
  const remove = useDeleteBase();
  return (
    <SectionPage
      title={base.data?.name ?? t("knowledge.one")}
      description={base.data?.description}
      back={{ to: "/settings/knowledge", label: frame("sections.knowledge.title") }}
      actions={
        mayEdit &&
        base.data && (
          <>
            <BaseDialog base={base.data} trigger={<EditTrigger name={base.data.name} />} />
            <DeleteButton
              id={baseId}
              name={base.data.name}
              hint={t("knowledge.delete-hint")}
              remove={remove}
              onDone={() => void navigate("/settings/knowledge", { replace: true })}
            />
          </>
        )
      }
    >
      <Loaded query={base}>
        {() => (
          <>
            <DocumentsCard baseId={baseId} mayEdit={mayEdit} />
            <SearchCard baseId={baseId} />
          </>
        )}
      </Loaded>
    </SectionPage>
  );
}
