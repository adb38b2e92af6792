import * as fc from 'fast-check';

/** Random inputs are the same in every run, so that a red test is red again; others by `ATLAS_SEED=<number>`. */
fc.configureGlobal({ seed: Number(process.env['ATLAS_SEED'] ?? 20_261_129) });
