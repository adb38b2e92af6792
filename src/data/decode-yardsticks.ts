import { feature } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import * as z from 'zod/mini';
import type { Yardstick } from '#core/structure/yardstick.ts';
import { fail, succeed, type Result } from '#core/units/result.ts';
import { malformedArtefact, parseJsonArtefact, type ArtefactProblem } from './decode-json.ts';
import { wrongGeometries } from './decode-topology.ts';

const propertiesSchema = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  areaKm2: z.number().check(z.gt(0)),
  population: z.nullable(z.number()),
  populationYear: z.nullable(z.number()),
  populationWords: z.string(),
  populationSource: z.string(),
  definition: z.string(),
});

const artefactSchema = z.object({
  type: z.literal('Topology'),
  objects: z.object({
    yardsticks: z.object({
      type: z.literal('GeometryCollection'),
      geometries: z.array(
        z.object({ type: z.enum(['Polygon', 'MultiPolygon']), properties: propertiesSchema }),
      ),
    }),
  }),
  arcs: z.array(z.array(z.array(z.number()))),
});

/** Validates `yardsticks.topo.json` and unpacks its outlines, in the file's order. */
export function decodeYardsticks(json: unknown): Result<readonly Yardstick[], ArtefactProblem> {
  const parsed = parseJsonArtefact(json, { artefact: 'yardsticks', formatVersion: 1 }, artefactSchema);
  if (!parsed.ok) return parsed;
  const topology = json as Topology<{ yardsticks: GeometryCollection }>;
  const count = parsed.value.arcs.length;
  const wrong = wrongGeometries(topology.objects.yardsticks, count);
  if (wrong !== null) return fail(malformedArtefact('yardsticks', `an outline ${wrong}`));
  const { features } = feature(topology, topology.objects.yardsticks);
  return succeed(
    parsed.value.objects.yardsticks.geometries.flatMap(({ properties }, index) => {
      const geometry = features[index]?.geometry;
      return geometry === undefined ? [] : [{ ...properties, outline: geometry as Polygon | MultiPolygon }];
    }),
  );
}
