import { describe, expect, test } from "vitest";
import { mentionAt, mentionedIn, peopleNamed, refusedOf, withMention } from "./mentions";

const ANA = { id: "1", name: "Ana Lima" };
const ANA_LONG = { id: "2", name: "Ana Lima Souza" };
const JOAO = { id: "3", name: "João D'Ávila" };
const PEOPLE = [ANA, ANA_LONG, JOAO];

describe("a mention being written", () => {
  test("begins with an @ that begins a word", () => {
    expect(mentionAt("oi @an", 6)).toEqual({ search: "an", start: 3 });
    expect(mentionAt("@", 1)).toEqual({ search: "", start: 0 });
    expect(mentionAt("ana@an", 6)).toBeNull();
  });

  test("goes on over a second name, and is over after that", () => {
    expect(mentionAt("@ana li", 7)).toEqual({ search: "ana li", start: 0 });
    expect(mentionAt("@ana lima veja", 14)).toBeNull();
  });

  test("looks at what stands before the caret only", () => {
    expect(mentionAt("@an depois", 3)).toEqual({ search: "an", start: 0 });
  });

  test("finds people by any word of their names, without accents", () => {
    expect(peopleNamed(PEOPLE, "avi")).toEqual([]);
    expect(peopleNamed(PEOPLE, "d'av")).toEqual([JOAO]);
    expect(peopleNamed(PEOPLE, "lima")).toEqual([ANA, ANA_LONG]);
  });

  test("becomes the whole name with the caret behind it", () => {
    expect(withMention("oi @an, veja", { search: "an", start: 3 }, 6, "Ana Lima")).toEqual({
      text: "oi @Ana Lima , veja",
      caret: 13,
    });
  });
});

describe("who is mentioned", () => {
  test("is each once", () => {
    expect(mentionedIn("@João D'Ávila e @João D'Ávila", PEOPLE)).toEqual(["3"]);
  });

  test("is who has the longer name, where one begins like another", () => {
    expect(mentionedIn("@Ana Lima Souza", PEOPLE)).toEqual(["2"]);
    expect(mentionedIn("@Ana Lima Souza e @Ana Lima", PEOPLE)).toEqual(["2", "1"]);
  });

  test("is nobody without an @", () => {
    expect(mentionedIn("fale com Ana Lima", PEOPLE)).toEqual([]);
  });
});

test("whoever may not read a note is known by the place among those who were mentioned", () => {
  expect(refusedOf(["1", "2"], ["body", "mentions[1]"])).toBe("2");
  expect(refusedOf(["1", "2"], ["mentions"])).toBeUndefined();
});
