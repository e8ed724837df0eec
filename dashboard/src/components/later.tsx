import { use, type ComponentType } from "react";

type Later<Props> = {
  /** Stands for the component; suspends until its code is there, and never where it was fetched before. */
  Component: ComponentType<Props>;
  /** Fetches its code before it is wanted. */
  load: () => Promise<unknown>;
};

/** A component whose code is fetched when it is first drawn, or ahead of that. Other than `lazy` it is drawn at once where
 * the code is there, without a moment of what stands in its place; a fetch that failed is tried again the next time.
 */
export function later<Props extends object>(fetch: () => Promise<ComponentType<Props>>): Later<Props> {
  let found: ComponentType<Props> | undefined;
  let fetching: Promise<ComponentType<Props>> | undefined;

  const load = () =>
    (fetching ??= fetch().then(
      (component) => (found = component),
      (error: unknown) => {
        fetching = undefined;
        throw error;
      },
    ));

  function Component(props: Props) {
    const Found = found ?? use(load());
    return <Found {...props} />;
  }
  return { Component, load };
}
