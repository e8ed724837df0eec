import { useTranslation } from "react-i18next";
import { NumberField, TextField } from "../../components/fields/plain-fields";
import { changed } from "../fields";
import type { Location } from "./model";

/** A place on the map. */
export function LocationEditor({ location, onChange }: { location: Location; onChange: (location: Location) => void }) {
  const { t } = useTranslation("flow-nodes");
  const change = (changes: Partial<Location>) => onChange(changed({ ...location, type: "location" }, changes));
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <NumberField
          path="location.latitude"
          label={t("message.latitude")}
          value={location.latitude}
          min={-90}
          max={90}
          isWhole={false}
          onChange={(latitude) => change({ latitude: latitude ?? 0 })}
        />
        <NumberField
          path="location.longitude"
          label={t("message.longitude")}
          value={location.longitude}
          min={-180}
          max={180}
          isWhole={false}
          onChange={(longitude) => change({ longitude: longitude ?? 0 })}
        />
      </div>
      <TextField
        path="location.name"
        label={t("message.placeName")}
        value={location.name ?? ""}
        onChange={(name) => change({ name: name || undefined })}
      />
      <TextField
        path="location.address"
        label={t("message.address")}
        value={location.address ?? ""}
        onChange={(address) => change({ address: address || undefined })}
      />
    </>
  );
}
