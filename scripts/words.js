/** The words of a command line: split at spaces, with quotes and backslashes read as a shell reads them. */
export function words(line) {
  const found = line.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'])+/g) ?? [];
  return found.map((word) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g, (_all, double, single, escaped) =>
      double === undefined ? (single ?? escaped ?? "") : double.replace(/\\(["\\$])/g, "$1"),
    ),
  );
}
