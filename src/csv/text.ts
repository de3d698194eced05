import { no, type Result, yes } from "../domain/result.ts";
import { decoded } from "./characters.ts";

/** The text of a file in any of the ways text is kept, with plain line ends; a Word file or a picture is refused. */
export function readText(bytes: Uint8Array): Result<string> {
  const text = decoded(bytes).text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  if (text.includes("\0") || (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3))
    return no({
      code: "not-a-text",
      message: "The file is not a text file.",
      remedy: "Save it as plain text (Markdown, .md); a Word file cannot be read as one.",
    });
  return yes(text.trim());
}
