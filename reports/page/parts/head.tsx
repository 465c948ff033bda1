/** The head of a table whose columns have plain names; one without a name is no heading. */
export function Head({ names }: { readonly names: readonly string[] }) {
  return (
    <tr>
      {names.map((name, i) =>
        name === "" ? (
          <td key={i} />
        ) : (
          <th key={i} scope="col">
            {name}
          </th>
        ),
      )}
    </tr>
  );
}
