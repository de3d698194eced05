import type { Report } from "../reports/report.ts";

/** How a table may look on this terminal. */
export interface Look {
  readonly columns: number;
  readonly color: boolean;
  readonly plain: boolean;
}

/** A report as text in the format asked for; each format is loaded only when it is used. */
export async function render(
  report: Report,
  format: "table" | "csv" | "json" | "md" | "html" | "svg" | "ics" | "text" | "jats",
  look: Look,
): Promise<string> {
  switch (format) {
    case "json":
      return (await import("./json.ts")).json(report);
    case "csv":
      return (await import("./csv.ts")).csv(report);
    case "md":
      return (await import("./markdown.ts")).markdown(report);
    case "html":
      return (await import("./html.ts")).html(report);
    case "svg":
      return report.svg ?? "";
    case "ics":
      return report.calendar ? (await import("./ics.ts")).ics(report.calendar) : "";
    case "text":
    case "jats":
      return report.texts?.[format] ?? "";
    case "table":
      return (await import("./table.ts")).table(report, look);
  }
}
