import type { ReactNode } from "react";
import { SmartInput, type SmartProps } from "./smart-input";

type Props = SmartProps & {
  /** Whether secrets may be named: in the values of headers only. */
  hasSecrets?: boolean;
  /** Whether it is shown by WhatsApp, with its marks. */
  hasFormat?: boolean;
  actions?: ReactNode;
};

/** A text in which variables may stand. */
export function TemplateTextInput(props: Props) {
  return <SmartInput language="template" {...props} />;
}
