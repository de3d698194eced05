import { describe, expect, test } from "@jest/globals";
import {
  privateColumnProblems,
  privateDetailBeside,
  privateDetailIn,
  privateTextProblems,
  withoutPrivate,
} from "../../src/domain/private-text.ts";

describe("free text", () => {
  test.each([
    "please pay 12-34-56 12345678",
    "sort code 123456, account number: 12345678",
    "account 1234 5678 sort code 12 34 56",
    "GB82 WEST 1234 5698 7654 32",
    "iban GB82WEST12345698765432.",
    "NI AB 12 34 56 C",
    "NI: AB123456",
    "her National Insurance number is QQ 12 34 56 C",
    "national insurance no. ab 12 34 56",
    "qq123456c",
    "QQ 123 456 C",
    "ni_QQ123456C.pdf",
    "12–34–56 12345678",
    "12-34-56\u00a012345678",
    "12.34.56, 12345678",
    "12345612345678",
    "Sort code 12-34-56. The account we have for her is, as far as we know, 12345678",
    "IBAN_GB29NWBK60161331926819",
    "GB29\u00a0NWBK\u00a06016\u00a01331\u00a09268\u00a019",
    "(SICI) 12-34-56 12345678",
  ])("that looks like a bank detail or a National Insurance number is refused: %s", (text) => {
    expect(privateDetailIn(text)).not.toBeNull();
  });

  test.each([
    "rings back on 07700 900123 after 18:00",
    "020 7946 0993 or 07700 900592",
    "+44 20 7946 0993, from 2026-01-12 to 2026-03-31",
    "signed form of 12-01-2026, meetings 2025-11 and 2026-01",
    "ORCID 0000-0002-1825-0097, doi 10.1186/s12916-024-03260-y",
    "HR21 7AB, room 4.05, 14 people, £82.50",
    "H-001234 and PAY-123",
    "national insurance is not kept here, see room AB 12",
    "study AB123456 of the NI region",
    "0044 20 7946 0958 from 18:00",
    "on 12-03-26 a train was late",
    "IMG_20260314_153045.jpg",
    "scan_20260314153045.pdf",
    "Screenshot_20260314-153045.png",
    "WhatsApp Image 2026-03-14 at 15.30.45.jpeg",
    "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
  ])("with telephone numbers, dates, refs and postcodes in it is kept: %s", (text) => {
    expect(privateDetailIn(text)).toBeNull();
  });

  test("that is refused is not repeated", () => {
    const [problem] = privateTextProblems({
      "--how": "12-34-56 12345678",
      "--notes": "fine",
      "--x": undefined,
    });
    expect(JSON.stringify(problem)).not.toMatch(/12-34-56|12345678/);
    expect(problem?.message).toMatch(/^--how /);
  });

  test("is taken out of a message that quotes it, and nothing else is", () => {
    expect(withoutPrivate('"AB 12 34 56 C" is not a date.')).toBe('"…" is not a date.');
    expect(withoutPrivate("12-34-56 12345678 and QQ123456C")).toBe("… and …");
    expect(withoutPrivate("on Wed 11 Mar 2026 – £82.50")).toBe("on Wed 11 Mar 2026 – £82.50");
  });

  test("is found in two cells beside each other, where the first is not a day", () => {
    expect(privateDetailBeside("82-34-56", "12345678")).not.toBeNull();
    expect(privateDetailBeside("12345678", "82 34 56")).not.toBeNull();
    expect(privateDetailBeside("14-03-26", "10012345")).toBeNull();
    expect(privateDetailBeside("123456", "10012345")).toBeNull();
  });

  test("in a column named for such details is refused by the column's name", () => {
    const columns = [
      "Sort code",
      "account_no",
      "Account Number",
      "IBAN",
      "NI number",
      "National Insurance No",
    ];
    expect(privateColumnProblems(columns)).toHaveLength(columns.length);
    expect(privateColumnProblems(["known_as", "nickname", "notes", "accountability", "bandage"])).toEqual([]);
  });
});
