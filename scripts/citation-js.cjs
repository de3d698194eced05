// One library in four packages, bundled as one file: the plugins put themselves into the core.
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");
require("@citation-js/plugin-csl");
module.exports = require("@citation-js/core");
