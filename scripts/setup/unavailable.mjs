// @ts-check

/** Why tfjs-node cannot be made to work here, and what would change that: the two halves of one line. */
export class Unavailable extends Error {
  /**
   * @param {string} what what is missing or went wrong
   * @param {string} remedy what to do, in the imperative
   * @param {{ seeLog?: boolean }} [details] `seeLog`: a program failed, and what it said is in the log
   */
  constructor(what, remedy, { seeLog = false } = {}) {
    super(`${what}; ${remedy}`);
    this.name = "Unavailable";
    this.seeLog = seeLog;
  }
}
