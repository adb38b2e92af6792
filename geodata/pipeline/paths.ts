import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `geodata/` */
export const geodataFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
/** `geodata/.cache/`: downloads and intermediate files, never committed. */
export const cacheFolder = join(geodataFolder, '.cache');
/** `geodata/facts/` */
export const factsFolder = join(geodataFolder, 'facts');
/** `public/data/`: the committed artefacts. */
export const artefactFolder = join(geodataFolder, '..', 'public', 'data');
/** `geodata/REPORT.md` */
export const reportPath = join(geodataFolder, 'REPORT.md');
