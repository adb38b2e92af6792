/** Rows of a table in words: each with its name, then its cells. Names do not repeat. */
export function WordedRows({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <tbody>
      {rows.map(([name, ...cells]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {cells.map((cell, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <td key={at}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
