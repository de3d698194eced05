import { describe, expect, test } from "@jest/globals";
import { PeopleIndex } from "../../src/domain/people-index.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { type Claim, dialled, type Identity, samePerson } from "../../src/domain/same-person.ts";

const person = (id: number, knownAs: string, changes: Partial<Identity> = {}): Identity => ({
  id,
  line: null,
  knownAs,
  fullName: null,
  emails: [],
  phone: null,
  ...changes,
});
const claim = (changes: Partial<Claim>): Claim => ({
  ref: undefined,
  knownAs: undefined,
  fullName: undefined,
  email: undefined,
  phone: undefined,
  ...changes,
});
const david = person(5, "David Hughes", { emails: ["d.hughes@mail.example"], phone: "07700 900001" });
const peggy = person(11, "Peggy Ellis", { fullName: "Margaret Ellis", phone: "020 7946 0999" });
const who = (c: Partial<Claim>, known = [david, peggy]): number | null | string[] => {
  const found = samePerson(claim(c), new PeopleIndex(known));
  return found.ok ? (found.value?.id ?? null) : problemsOf(found).map((p) => p.code);
};

describe("whether a row is about somebody who is here", () => {
  test("two people of one name stay two where their e-mail or telephone differ", () => {
    expect(who({ knownAs: "David Hughes", email: "carer@inbox.example", phone: "07700 900592" })).toBeNull();
    expect(who({ knownAs: "David Hughes", phone: "07700 900592" })).toBeNull();
  });

  test("one person with a new e-mail address is known by name and telephone, however it is written", () => {
    expect(who({ fullName: "David Hughes", email: "new@mail.example", phone: "+44 7700 900001" })).toBe(5);
    expect(who({ knownAs: "Peg", fullName: "margaret ellis", phone: "+44 (0)20 7946 0999" })).toBe(11);
  });

  test("an e-mail address finds its owner in any letter case", () => {
    expect(who({ knownAs: "David Hughes", email: "D.Hughes@MAIL.example" })).toBe(5);
  });

  test("an address somebody shares does not turn one person into another", () => {
    expect(who({ knownAs: "Anne Hughes", email: "d.hughes@mail.example" })).toEqual(["email-of-another"]);
  });

  test("a name alone is refused where somebody has it, and new where nobody does", () => {
    expect(who({ knownAs: "David Hughes" })).toEqual(["ambiguous-member"]);
    expect(who({ knownAs: "Zed" })).toBeNull();
  });

  test("a name alone is enough where it is all that is known of the only one who has it", () => {
    expect(who({ knownAs: "Ada" }, [person(1, "Ada")])).toBe(1);
    expect(who({ knownAs: "Ada" }, [person(1, "Ada"), person(2, "Ada")])).toEqual(["ambiguous-member"]);
    expect(who({ knownAs: "Ada", phone: "1" }, [person(1, "Ada")])).toEqual(["ambiguous-member"]);
  });

  test("a ref settles it; a ref nobody has is refused", () => {
    expect(who({ ref: "m-5", knownAs: "Dave" })).toBe(5);
    expect(who({ ref: "M-099" })).toEqual(["unknown-member"]);
  });

  test("a surname may be Null, and accents count however they are encoded", () => {
    const known = [person(7, "Jordan Null", { phone: "1" }), person(4, "Si\u00e2n", { phone: "2" })];
    expect(who({ knownAs: "jordan null", phone: "1" }, known)).toBe(7);
    expect(who({ knownAs: "Sia\u0302n", phone: "2" }, known)).toBe(4);
  });

  test("telephone numbers are compared as they are dialled", () => {
    expect(["+44 7700 900123", "0044 7700900123", "07700-900-123"].map(dialled)).toEqual(
      Array(3).fill("07700900123"),
    );
  });
});
