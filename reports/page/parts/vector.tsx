/** Numbers one below the other, in a column of digits. */
export function linesOf(values: readonly string[]) {
  const signed = values.some((value) => value.startsWith("-"));
  return (
    <span class="vector">
      {values.map((value, i) => (
        <span key={i}>{signed && !value.startsWith("-") ? ` ${value}` : value}</span>
      ))}
    </span>
  );
}

/** The same of numbers, to all their digits. */
export function vectorOf(values: readonly number[]) {
  return linesOf(values.map(String));
}
