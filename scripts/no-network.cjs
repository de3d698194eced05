// Stands where @citation-js/core would load what fetches from the network: this program never does.
const refuse = () => {
  throw new Error("involve never goes to the network");
};
module.exports = Object.assign(refuse, { default: refuse, Headers: class {}, Request: class {} });
