import { memo, Suspense, useCallback, useEffect, useRef } from 'react';
import type { MapPart } from '#map/map-part.ts';
import { useProject } from '#state/store.ts';
import { PartBoundary } from '../shell/broken-part.tsx';
import { mapParts } from '../workspaces.tsx';

/** Mounts the features that have something to draw, and hands on what they give in the registry's order. */
export function MapParts({ onChange }: { readonly onChange: (parts: readonly MapPart[]) => void }) {
  const workspace = useProject(({ view }) => view.workspace);
  const layers = useProject(({ view }) => view.layers[view.workspace]);
  const needed = useProject((document) =>
    mapParts.flatMap((part) => ('isNeeded' in part && part.isNeeded(document) ? [part.id] : [])).join(' '),
  );
  // Kept beside React: a part that is drawn anew goes to the map without a render of this list.
  const drawn = useRef<ReadonlyMap<string, MapPart | null>>(new Map());
  const draw = useCallback(
    (id: string, part: MapPart | null) => {
      drawn.current = new Map(drawn.current).set(id, part);
      onChange(mapParts.flatMap((one) => drawn.current.get(one.id) ?? []));
    },
    [onChange],
  );
  return (
    // Says nothing to the eye, but the map is not complete without them.
    <Suspense fallback={<span hidden data-map-part data-kind="loading" />}>
      {mapParts
        .filter((part) =>
          'workspace' in part
            ? part.workspace === workspace
            : 'layers' in part
              ? part.layers.some((layer) => layers[layer])
              : needed.split(' ').includes(part.id),
        )
        .map(({ id, Component }) => (
          <PartBoundary key={id} place={`map part ${id}`}>
            <Drawer id={id} Component={Component} draw={draw} />
          </PartBoundary>
        ))}
    </Suspense>
  );
}

/** What one draws is no reason for the others to draw again. */
const Drawer = memo(function Drawer({
  id,
  Component,
  draw,
}: {
  readonly id: string;
  readonly Component: (typeof mapParts)[number]['Component'];
  readonly draw: (id: string, part: MapPart | null) => void;
}) {
  const onDraw = useCallback((part: MapPart | null) => draw(id, part), [id, draw]);
  // What it draws, or the data that it asks for, come with its effects: until these have run it is not complete either.
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => mark.current?.removeAttribute('data-kind'), []);
  return (
    <>
      <Component onDraw={onDraw} />
      <span ref={mark} hidden data-map-part data-kind="loading" />
    </>
  );
});
