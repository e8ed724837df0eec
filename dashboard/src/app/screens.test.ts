import { expect, test } from "vitest";
import { loadTexts } from "@/lib/texts";
import { INSIDE, OUTSIDE, textsOf } from "./screens";

test("the texts that every screen is drawn with are there", async () => {
  const named = Object.keys({ ...INSIDE, ...OUTSIDE }).flatMap((first) =>
    textsOf(first, { isInside: first in INSIDE }),
  );

  await expect(Promise.all([...new Set(named)].map((name) => loadTexts("en", name)))).resolves.toBeDefined();
});
