import { useTranslation } from "react-i18next";
import { DurationInput } from "../../components/fields/duration-input";
import { ExpressionInput } from "../../components/fields/expression-input";
import { NodeForm } from "../../components/fields/node-form";
import { SelectField } from "../../components/fields/plain-fields";
import { TimeoutField } from "../../components/fields/reply-settings";
import { VariableNameField } from "../../components/fields/variable-name-field";
import { readDuration, UNITS, writeDuration } from "../durations";
import { changed } from "../fields";
import type { NodeFormProps } from "../kind";
import { MAX_WAIT_DAYS } from "../limits";
import { durationOf, WAIT_KINDS, waitKind, waitProblems, waitSchema, type WaitData, type WaitKind } from "./model";

const BEGINNINGS: Readonly<Record<WaitKind, Partial<WaitData>>> = {
  reply: { for: "reply", duration: undefined, until: undefined, timeout_minutes: 60 },
  duration: { for: "duration", duration: "1h", until: undefined, timeout_minutes: undefined, save_as: undefined },
  until: {
    for: undefined,
    duration: undefined,
    until: "now + duration('24h')",
    timeout_minutes: undefined,
    save_as: undefined,
  },
};

/** What is waited for, and how long. */
export function WaitForm(props: NodeFormProps<WaitData>) {
  const { t } = useTranslation("flow-nodes");
  const { data } = props.node;
  const kind = waitKind(data);
  const change = (changes: Partial<WaitData>) => props.onChange(changed(data, changes));
  return (
    <NodeForm {...props} schema={waitSchema} problems={waitProblems(data)}>
      <SelectField
        path="for"
        label={t("wait.for")}
        value={kind}
        options={WAIT_KINDS.map((value) => ({ value, label: t(`wait.kinds.${value}`) }))}
        onChange={(value) => change(BEGINNINGS[value])}
      />
      {kind === "duration" && (
        <DurationInput
          path="duration"
          label={t("wait.duration")}
          hint={t("wait.durationHint")}
          seconds={readDuration(durationOf(data))}
          units={UNITS}
          maxSeconds={MAX_WAIT_DAYS * 86_400}
          onChange={(seconds) => change({ for: "duration", duration: seconds === null ? "" : writeDuration(seconds) })}
        />
      )}
      {kind === "until" && (
        <ExpressionInput
          path="until"
          label={t("wait.until")}
          hint={t("wait.untilHint")}
          value={data.until ?? ""}
          // An empty one would make it another kind of wait while it is written.
          onChange={(until) => change({ until: until || " " })}
        />
      )}
      {kind === "reply" && (
        <>
          <TimeoutField minutes={data.timeout_minutes} onChange={(timeout_minutes) => change({ timeout_minutes })} />
          <VariableNameField
            path="save_as"
            value={data.save_as ?? ""}
            onChange={(name) => change({ save_as: name || undefined })}
          />
        </>
      )}
    </NodeForm>
  );
}
