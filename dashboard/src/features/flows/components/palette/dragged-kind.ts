/** What a kind of node is called while it is dragged from the palette. */
export const DRAGGED_KIND = "application/x-pytake-node";
