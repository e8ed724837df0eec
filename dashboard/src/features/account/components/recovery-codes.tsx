import { CopyIcon, DownloadIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

const FILE = "pytake-recovery-codes.txt";

/** Shows recovery codes, this once; to be copied, kept in a file, or written down. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation("account");
  const text = codes.join("\n");
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast.success(t("copied", { ns: "common" }));
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: FILE });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className="grid gap-4">
      <Alert variant="warning">
        <AlertDescription>{t("codes.warning")}</AlertDescription>
      </Alert>
      <ul
        aria-label={t("codes.title")}
        className="grid gap-2 rounded-md bg-muted p-3 font-mono text-xs break-all sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" onClick={() => void copy()}>
          <CopyIcon aria-hidden />
          {t("copy", { ns: "common" })}
        </Button>
        <Button variant="outline" onClick={download}>
          <DownloadIcon aria-hidden />
          {t("download", { ns: "common" })}
        </Button>
        <Button className="ml-auto" onClick={onKept}>
          {t("codes.kept")}
        </Button>
      </div>
    </div>
  );
}
