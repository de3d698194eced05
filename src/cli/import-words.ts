import type { Problem } from "../domain/result.ts";
import { listed } from "../domain/text.ts";
import { usage } from "./errors.ts";
import type { Values } from "./field.ts";
import { choice, fallback, flag, many, text } from "./options.ts";

/** The options of every verb that takes a file in. */
export const importOptions = {
  sheet: text("which sheet of a workbook; the first with something in it where left out", "SHEET"),
  map: many(
    text('which column is what, as "Preferred name=known_as"; "Shoe size=-" leaves one out', "HEADER=COLUMN"),
  ),
  mapping: text("a saved mapping of columns; with --map the name to save it under", "NAME"),
  dates: choice("how days written in numbers are to be read", ["dmy", "mdy", "iso"]),
  blanks: fallback(choice("what a blank cell does to what is there", ["keep", "clear"]), "keep"),
  match: many(text("the record that the row on a line is about, as 5=M-014", "LINE=REF")),
  partial: flag("take in the good rows though others are bad"),
  errorsTo: text("write the bad rows with their reasons to a CSV file, to mend and bring in again", "FILE"),
};

/** What was typed of those options, and the file. */
export type ImportWords = Values<typeof importOptions> & { readonly file: string };

/** Refuses words that make no sense for a kind of file. */
export const checkWords = ({ blanks }: ImportWords, clears: boolean): Problem[] =>
  blanks === "keep" || clears
    ? []
    : [
        {
          code: "nothing-to-clear",
          message: "--blanks clear: there is nothing that a blank cell of this file could empty.",
          remedy: "Leave it out.",
        },
      ];

/** Refuses the options of a file where no file is named. */
export function checkNoFile(words: Values<typeof importOptions>): void {
  const given = [
    ...(words.sheet === undefined ? [] : ["--sheet"]),
    ...(words.map.length === 0 ? [] : ["--map"]),
    ...(words.mapping === undefined ? [] : ["--mapping"]),
    ...(words.dates === undefined ? [] : ["--dates"]),
    ...(words.blanks === "keep" ? [] : ["--blanks"]),
    ...(words.match.length === 0 ? [] : ["--match"]),
    ...(words.partial ? ["--partial"] : []),
    ...(words.errorsTo === undefined ? [] : ["--errors-to"]),
  ];
  if (given.length === 0) return;
  throw usage({
    code: "without-a-file",
    message: `${listed(given)} ${given.length === 1 ? "says" : "say"} how a file is taken in, and none is named.`,
    remedy: "Name it with --from-file, or leave the rest out.",
  });
}
