import type { Report } from "../reports/report.ts";
import { render } from "./render.ts";

const fileFormats = ["csv", "json", "md", "html", "docx", "xlsx"] as const;
/** The formats a report can have as a file, beside a picture. */
export type FileFormat = (typeof fileFormats)[number];

const look = { columns: 100, color: false, plain: true };

/**
 * A report as the content of a file. A CSV begins with a mark that tells Excel its encoding; Word files and workbooks are
 * written by libraries that are loaded only then.
 */
export async function reportFile(report: Report, format: FileFormat): Promise<string | Uint8Array> {
  if (format === "docx") return (await import("./report-docx.ts")).reportDocx(report);
  if (format === "xlsx") return (await import("./xlsx.ts")).xlsx(report);
  const text = await render(report, format, look);
  return format === "csv" ? `\uFEFF${text}` : text;
}
