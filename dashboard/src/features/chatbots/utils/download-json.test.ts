import { expect, test } from "vitest";
import { fileNameOf } from "./download-json";

test.each([
  ["Olá, 2ª via!", "ola-2a-via"],
  ["../../etc", "etc"],
  ["你好", "fluxo"],
])("names the file of %s", (name, file) => expect(fileNameOf(name)).toBe(file));
