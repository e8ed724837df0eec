import { useParams } from "react-router";
import { ImportPage } from "@/features/imports/components/import-page";
import { ImportsScreen } from "@/features/imports/components/imports-screen";
import { NewImport } from "@/features/imports/components/new-import";

export function Component() {
  const { importId } = useParams();
  if (!importId) return <ImportsScreen />;
  return importId === "new" ? <NewImport /> : <ImportPage key={importId} importId={importId} />;
}
