/** A small square in a colour of the map, before a name. */
export function ColourMark({ colour }: { readonly colour: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ flex: 'none', width: 8, height: 8, borderRadius: 2, background: colour }}
    />
  );
}
