import { describe, expect, test } from "@jest/globals";
import type { Course } from "../../src/domain/course.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { theCourse, thePart } from "../../src/domain/training-words.ts";

const part = (id: number, key: string, title: string) => ({
  ...{ id, key, title, position: id, askedFrom: null, retiredOn: null },
});
const course = (id: number, key: string, title: string, ...parts: ReturnType<typeof part>[]): Course => ({
  ...{ id, key, title, status: "offered", about: null, parts },
});
const photovoice = course(
  1,
  "photovoice",
  "Photovoice with communities",
  part(1, "cameras", "Using cameras"),
  part(2, "showing-and-telling", "Showing and telling"),
  part(3, "practice", "Practice"),
  part(4, "again", "Practice"),
);
const courses = [photovoice, course(2, "writing", "Writing"), course(3, "papers", "Writing")];

describe("a course or a part", () => {
  test("is meant by its key, or by its title as a trainer's sheet has it", () => {
    for (const text of [
      "photovoice",
      " Photovoice ",
      "Photovoice with communities",
      "PHOTOVOICE WITH COMMUNITIES",
    ])
      expect(theCourse(text, courses)).toMatchObject({ ok: true, value: { id: 1 } });
    for (const text of ["cameras", "Using cameras"])
      expect(thePart(text, photovoice)).toMatchObject({ ok: true, value: { id: 1 } });
    expect(thePart("Showing and telling", photovoice)).toMatchObject({ ok: true, value: { id: 2 } });
  });

  test("is never guessed: a key goes before a title, and a title that two have means neither", () => {
    expect(theCourse("writing", courses)).toMatchObject({ ok: true, value: { id: 2 } });
    expect(theCourse("Papers", courses)).toMatchObject({ ok: true, value: { id: 3 } });
    expect(thePart("again", photovoice)).toMatchObject({ ok: true, value: { id: 4 } });
    const two = { ...photovoice, parts: photovoice.parts.map((p) => ({ ...p, key: `p${p.id}` })) };
    expect(problemsOf(thePart("Practice", two))[0]?.code).toBe("unknown-part");
    expect(problemsOf(theCourse("Photo", courses))[0]?.message).toBe('There is no course "Photo".');
    expect(problemsOf(theCourse("", courses))[0]?.code).toBe("unknown-course");
  });
});
