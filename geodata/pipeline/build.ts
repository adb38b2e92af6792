import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '#core/indicators/indicator.ts';
import { decodeManifest } from '#data/manifest.ts';
import { ArtefactStore, jsonBytes, writeManifest, type StoredArtefact } from './artefact-store.ts';
import type { Check, PipelineContext } from './context.ts';
import { readFacts } from './fact-tables.ts';
import { adminVintage, buildGeometry, type BuiltGeometry } from './geometry/build-geometry.ts';
import { readCommittedGeometry } from './geometry/committed-geometry.ts';
import { ensurePackages } from './package-cache.ts';
import { artefactFolder, reportPath } from './paths.ts';
import { writeReport } from './report.ts';
import { geometrySources } from './source-registry.ts';
import { buildTables } from './tables/build-tables.ts';
import { buildYardsticks, yardstickSources } from './yardsticks/build-yardsticks.ts';

const halves = ['geometry', 'tables'] as const;
type Half = (typeof halves)[number];

/** Artefacts of the geometry half; everything else is the tables half's. */
const geometryArtefacts = new Set(['units', 'units-county', 'regions', 'admin-national', 'admin-county', 'basemap', 'basemap-detail', 'county-raster', 'yardsticks']); // prettier-ignore

/** Which halves to build: `--only geometry` or `--only tables`; both without. */
function wantedHalves(args: readonly string[]): readonly Half[] {
  const at = args.indexOf('--only');
  if (at < 0) return halves;
  const half = halves.find((candidate) => candidate === args[at + 1]);
  if (half === undefined) throw new Error('--only takes geometry or tables');
  return [half];
}

/** Artefacts as the committed manifest lists them. */
function committedArtefacts(): readonly StoredArtefact[] {
  const path = join(artefactFolder, 'manifest.json');
  if (!existsSync(path)) return [];
  const manifest = decodeManifest(JSON.parse(readFileSync(path, 'utf8')));
  if (!manifest.ok) throw new Error(manifest.failure.message);
  return manifest.value.artefacts;
}

async function build(): Promise<void> {
  const wanted = wantedHalves(process.argv.slice(2));
  const store = new ArtefactStore();
  const checks: Check[] = [];
  const sources = new Map<string, Source>();
  const addSources = (added: readonly Source[]): void => {
    for (const source of added) {
      const known = sources.get(source.id);
      if (known && JSON.stringify(known) !== JSON.stringify(source))
        throw new Error(`source ${source.id} is given twice`);
      sources.set(source.id, source);
    }
  };
  for (const artefact of committedArtefacts()) {
    const half: Half = geometryArtefacts.has(artefact.id) ? 'geometry' : 'tables';
    if (!wanted.includes(half) && artefact.id !== 'sources') store.keep(artefact);
  }
  addSources(geometrySources);
  addSources(yardstickSources);
  let geometry: BuiltGeometry;
  if (wanted.includes('geometry')) {
    ensurePackages();
    geometry = buildGeometry(store);
    checks.push(...geometry.checks);
  } else {
    geometry = readCommittedGeometry();
  }
  const context: PipelineContext = {
    facts: readFacts,
    units: geometry.units,
    polygons: geometry.polygons,
    writeArtefact: (id, path, bytes, meta) => store.write(id, path, bytes, meta),
    addCheck: (check) => checks.push(check),
    addSources,
  };
  if (wanted.includes('geometry')) buildYardsticks(context);
  if (wanted.includes('tables')) await buildTables(context);
  else addSources(await committedSources());
  const listed = [...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const header = { artefact: 'sources', formatVersion: 1, vintage: 'as dated in each record', sources: [] };
  store.write('sources', 'sources.json', jsonBytes({ header, sources: listed }), {
    format: 'json', early: true, vintage: header.vintage, licence: 'MIT', attribution: '', counts: { sources: listed.length },
  }); // prettier-ignore
  finish(store.all(), checks, wanted);
}

/** Sources of the tables half when it does not run. */
async function committedSources(): Promise<readonly Source[]> {
  const { tableSources } = await import('./tables/table-sources.ts');
  return tableSources;
}

function finish(
  artefacts: readonly StoredArtefact[],
  checks: readonly Check[],
  wanted: readonly Half[],
): void {
  const dataVersion = writeManifest(artefacts, adminVintage);
  if (wanted.length === halves.length)
    writeFileSync(reportPath, `${writeReport({ dataVersion, artefacts, checks })}\n`);
  for (const artefact of artefacts)
    console.log(`${artefact.id}: ${artefact.bytes} bytes, ${artefact.gzipBytes} gzipped`);
  const failures = checks.flatMap((check) => check.unexplained.map((sentence) => `${check.id}: ${sentence}`));
  console.log(
    `${checks.length} checks, ${failures.length} unexplained deviations, data version ${dataVersion}`,
  );
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exitCode = 1;
}

await build();
