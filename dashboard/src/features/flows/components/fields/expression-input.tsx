import { SmartInput, type SmartProps } from "./smart-input";

/** An expression in CEL. */
export function ExpressionInput(props: SmartProps) {
  return <SmartInput language="expression" isMultiline {...props} />;
}
