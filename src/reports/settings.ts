import type { Setting } from "../domain/setting.ts";
import { list, type Report } from "./report.ts";

/** The unit's settings with what each is for and where it comes from. */
export const settingsReport = (settings: readonly Setting[]): Report =>
  list(
    "Settings",
    [
      { key: "setting", heading: "Setting" },
      { key: "value", heading: "Value" },
      { key: "about", heading: "What it is for" },
      { key: "source", heading: "Source" },
    ],
    settings.map(({ key, value, about, source }) => ({ setting: key, value, about, source })),
    "None.",
  );
