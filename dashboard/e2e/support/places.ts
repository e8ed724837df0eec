const named = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the demo does not run.`);
  return value;
};

/** Where the demo's API and dashboard are. */
export const pytakeUrl = (): string => named("PYTAKE_URL");

/** Where the demo's simulator and its phone page are. */
export const simulatorUrl = (): string => named("SIMULATOR_URL");
