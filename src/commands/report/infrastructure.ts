import { command } from "../../cli/command.ts";
import { choice, fallback, file } from "../../cli/options.ts";
import { infrastructureReport } from "../../reports/infrastructure.ts";
import { structureFacts } from "../../store/infrastructure.ts";
import { numberSetting } from "../../store/settings.ts";

export default command({
  about: "Draw the involvement structure with its numbers",
  details: [
    "On a terminal it is drawn with boxes (with --plain, as indented lines). A file that ends in .svg holds it as a picture for a page or a poster; in HTML the picture stands above the numbers. For the public, small numbers of people are left out.",
  ],
  examples: [
    "involve report infrastructure --format table",
    "involve report infrastructure --output structure.svg",
    "involve report infrastructure --audience public --output involvement.html",
  ],
  draws: true,
  args: {},
  options: {
    audience: fallback(choice("who will see it", ["team", "public"]), "team"),
    svg: file("also write the picture to this file"),
  },
  run({ store, today }, words) {
    const threshold = words.audience === "team" ? null : numberSetting(store, "small-number-threshold");
    const report = infrastructureReport(structureFacts(store, today), today, threshold);
    return {
      report,
      ...(words.svg !== undefined && report.svg !== undefined
        ? { files: [{ path: words.svg, content: report.svg }] }
        : {}),
    };
  },
});
