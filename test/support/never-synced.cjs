// Loaded before the built command or action: what waits for the disk waits for ever, with nothing left to run.
require("node:fs").fsync = () => {};
if (process.env.THROWS_LATER === "1") {
  setTimeout(() => {
    throw new Error("nobody\ncatches this");
  }, 300);
}
