/** How something stands. Each has a symbol, a word and a colour, so that none of the three is needed alone. */
export type Mark = "agree" | "unexpected" | "known" | "inconclusive" | "unsupported" | "failed" | "nothing";

/** What each mark looks like, is called and means. */
export const marks: Readonly<
  Record<Mark, { readonly symbol: string; readonly word: string; readonly meaning: string }>
> = {
  agree: { symbol: "✓", word: "agree", meaning: "agrees with every witness" },
  unexpected: { symbol: "✗", word: "unexpected", meaning: "differs, and nobody said it would" },
  known: { symbol: "△", word: "known", meaning: "differs as written down in advance" },
  inconclusive: { symbol: "?", word: "inconclusive", meaning: "the error budget is too wide to tell" },
  unsupported: { symbol: "–", word: "unsupported", meaning: "the engine does not have it, and says so" },
  failed: { symbol: "!", word: "failed", meaning: "threw, hung, died or answered nonsense" },
  nothing: { symbol: "·", word: "nothing", meaning: "no case was drawn" },
};
