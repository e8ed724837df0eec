import type { FlowsT } from "../nodes/kind";

/** What a kind of node is called. */
export const kindName = (type: string, t: FlowsT): string => t(`flow-nodes:kinds.${type}.name`);

/** What it is for, in a sentence. */
export const kindHint = (type: string, t: FlowsT): string => t(`flow-nodes:kinds.${type}.hint`);
