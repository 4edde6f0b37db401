/** Loaded before the language server: whoever would connect to anything ends it, and the checks with it. */
const { Socket } = require("node:net");

Socket.prototype.connect = (...to) => {
  console.error("the language server wanted to connect:", ...to);
  process.exit(70);
};
