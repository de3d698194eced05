import { describe, expect, test } from "@jest/globals";
import {
  privateColumnProblems,
  privateDetailIn,
  privateTextProblems,
} from "../../src/domain/private-text.ts";

describe("free text", () => {
  test.each([
    "please pay 12-34-56 12345678",
    "sort code 123456, account number: 12345678",
    "account 1234 5678 sort code 12 34 56",
    "GB82 WEST 1234 5698 7654 32",
    "iban GB82WEST12345698765432.",
    "NI AB 12 34 56 C",
    "qq123456c",
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
