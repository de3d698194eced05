import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { planSetting } from "../../domain/setting.ts";
import { settingsReport } from "../../reports/settings.ts";
import { changeSetting, knownWords, settings } from "../../store/settings.ts";

export default command({
  about: "Change a figure or a sentence that is the unit's policy",
  details: [
    "What is on record already stays as it was reckoned. The sentence on independent benefits advice, for example, stands beside every ceiling message and on statements; it names no benefit that somebody has.",
  ],
  examples: [
    'involve store set benefits-advice "For advice on benefits, speak to the advice service of the university."',
    "involve store set late-payment-days 28",
  ],
  writes: true,
  args: {
    setting: required(text("the setting", "SETTING", "setting")),
    value: required(text("its new value", "VALUE")),
  },
  options: {},
  run(context, words) {
    return context.write((store) => {
      const before = settings(store);
      const now = must(planSetting(words.setting, words.value, before, knownWords(store)));
      const was = before.find((s) => s.key === now.key)?.value;
      if (was !== now.value) changeSetting(store, now.key, now.value);
      return {
        report: settingsReport(settings(store).filter((s) => s.key === now.key)),
        said: [was === now.value ? `${now.key} is that already.` : `${now.key}: ${was} → ${now.value}`],
      };
    });
  },
});
