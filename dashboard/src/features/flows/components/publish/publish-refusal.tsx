import { useTranslation } from "react-i18next";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { ApiError } from "@/lib/api-error";

const MAX_SHOWN = 8;

/** Why the server did not let a draft go live; what the check found stands in the dialog already. */
export function PublishRefusal({ error }: { error: Error | null }) {
  const { t } = useTranslation("flows");
  if (!error) return null;
  const isTold = error instanceof ApiError && error.code === "FLOW_NOT_PUBLISHABLE";
  const details = error instanceof ApiError && !isTold ? error.details : [];
  return (
    <Alert variant="destructive">
      <AlertTitle>{error.message}</AlertTitle>
      {details.length > 0 && (
        <AlertDescription>
          <ul className="list-disc pl-4">
            {details.slice(0, MAX_SHOWN).map((detail, index) => (
              <li key={index}>
                <span className="block font-medium">{detail.field}</span>
                <span className="block text-xs break-words">{detail.message}</span>
              </li>
            ))}
            {details.length > MAX_SHOWN && <li>{t("editor.publish.more", { count: details.length - MAX_SHOWN })}</li>}
          </ul>
        </AlertDescription>
      )}
    </Alert>
  );
}
