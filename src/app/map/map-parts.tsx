import { memo, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { MapPart } from '#map/map-part.ts';
import { useProject } from '#state/store.ts';
import { PartBoundary } from '../shell/broken-part.tsx';
import { mapParts } from '../workspaces.tsx';

/** Mounts the features that have something to draw, and collects what they give in the registry's order. */
export function MapParts({ onChange }: { readonly onChange: (parts: readonly MapPart[]) => void }) {
  const workspace = useProject(({ view }) => view.workspace);
  const layers = useProject(({ view }) => view.layers[view.workspace]);
  const [drawn, setDrawn] = useState<Readonly<Record<string, MapPart | null>>>({});
  const parts = useMemo(
    () => mapParts.map(({ id }) => drawn[id]).filter((part) => part !== null && part !== undefined),
    [drawn],
  );
  useEffect(() => onChange(parts), [onChange, parts]);
  return (
    // Says nothing to the eye, but the map is not complete without them.
    <Suspense fallback={<span hidden data-kind="loading" />}>
      {mapParts
        .filter((part) =>
          'workspace' in part ? part.workspace === workspace : part.layers.some((layer) => layers[layer]),
        )
        .map(({ id, Component }) => (
          <PartBoundary key={id} place={`map part ${id}`}>
            <Drawer id={id} Component={Component} setDrawn={setDrawn} />
          </PartBoundary>
        ))}
    </Suspense>
  );
}

/** What one draws is no reason for the others to draw again. */
const Drawer = memo(function Drawer({
  id,
  Component,
  setDrawn,
}: {
  readonly id: string;
  readonly Component: (typeof mapParts)[number]['Component'];
  readonly setDrawn: (
    change: (drawn: Readonly<Record<string, MapPart | null>>) => Readonly<Record<string, MapPart | null>>,
  ) => void;
}) {
  const onDraw = useCallback(
    (part: MapPart | null) => setDrawn((drawn) => ({ ...drawn, [id]: part })),
    [id, setDrawn],
  );
  return <Component onDraw={onDraw} />;
});
