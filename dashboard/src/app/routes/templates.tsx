import { useParams } from "react-router";
import { TemplatePage } from "@/features/templates/components/template-page";
import { TemplatesScreen } from "@/features/templates/components/templates-screen";

export function Component() {
  const { templateId } = useParams();
  return templateId ? <TemplatePage key={templateId} templateId={templateId} /> : <TemplatesScreen />;
}
