import { localDay } from '#core/units/local-day.ts';
import { type Command, refuse, report } from '../command.ts';
import type { SceneFile } from '../drawing/scene-files.ts';
import { choiceOption, textOption, textsOption } from '../options.ts';
import { readTextFile } from '../read-text-file.ts';

/** `render --scene project.json --out dir`: the scenes of a project as pictures, without a person. */
export const renderCommand: Command = {
  name: 'render',
  operands: '',
  operandCount: 0,
  summary:
    'Draws the scenes of a project file: PNG in a headless Chromium where there is one, SVG otherwise.',
  options: {
    scene: { type: 'string', value: 'project.json', help: 'A project file saved by the atlas.' },
    out: { type: 'string', value: 'dir', help: 'Folder for the files; files of the same name are replaced.' },
    shapes: {
      type: 'string',
      multiple: true,
      value: 'file',
      help: 'A file of boundaries that the project names (held against it by SHA-256); repeatable.',
    },
    as: {
      type: 'string',
      value: 'auto|png|svg',
      help: 'png needs Chromium and the built app; svg needs neither (default auto).',
    },
    date: {
      type: 'string',
      value: 'YYYY-MM-DD',
      help: 'Day printed on the sheets (default today, local time).',
    },
    language: {
      type: 'string',
      value: 'project|zh-CN|en',
      help: "Words on the sheets (default the project's).",
    },
  },
  examples: [
    'render --scene project.json --out pictures --json',
    'render --scene project.json --out p --as svg',
    'render --scene project.json --out p --shapes plan.zip',
  ],
  run: async (_operands, options, data) => {
    const path = textOption(options, 'scene');
    if (path === undefined)
      return refuse('missing-option', 'The option --scene is missing.', 'Give --scene with a project file.');
    const out = textOption(options, 'out');
    if (out === undefined)
      return refuse('missing-option', 'The option --out is missing.', 'Give --out with a folder.');
    const as = choiceOption(options, 'as', ['auto', 'png', 'svg'], 'auto');
    if (!as.ok) return as;
    const language = choiceOption(options, 'language', ['project', 'zh-CN', 'en'], 'project');
    if (!language.ok) return language;
    const today = textOption(options, 'date') ?? localDay(new Date());
    if (!isDay(today))
      return refuse('bad-date', `--date ${today} is no day.`, 'Give a day as YYYY-MM-DD: --date 2026-11-30.');
    const text = await readTextFile('scene', path);
    if (!text.ok) return text;

    // Loaded here only: they bring the page's drawing with them, which no other command needs.
    const [{ readScenes }, { readShapeFiles }, { openFolder }, { drawVector }, { findChromiumDrawing }] =
      await Promise.all([
        import('../drawing/read-scenes.ts'),
        import('../drawing/read-shape-files.ts'),
        import('../drawing/scene-files.ts'),
        import('../drawing/draw-vector.ts'),
        import('../drawing/draw-in-chromium.ts'),
      ]);
    const project = readScenes(text.value, language.value);
    if (!project.ok) return project;
    const shapes = await readShapeFiles(project.value, textsOption(options, 'shapes'));
    if (!shapes.ok) return shapes;
    const chromium = as.value === 'svg' ? null : await findChromiumDrawing();
    if (as.value === 'png' && chromium !== null && !chromium.ok)
      return refuse('no-browser', chromium.missing, 'Or draw without a browser: --as svg.');
    const folder = await openFolder(out);
    if (!folder.ok) return folder;
    const isPicture = chromium?.ok === true;
    const files = isPicture
      ? await chromium.draw(text.value, project.value, folder.value, today, shapes.value)
      : await drawVector(project.value, folder.value, today, data, shapes.value);
    const failed = files.filter((file) => 'message' in file);
    const unread = project.value.dropped;
    return report(
      {
        drawnBy: isPicture ? 'chromium' : 'svg',
        folder: folder.value,
        files: files.filter((file) => !('message' in file)),
        failed,
        unread,
      },
      [
        ...files.map(lineOf),
        ...unread.map(({ part, why }) => `not read: ${part} ${why}`),
        ...(chromium === null || chromium.ok ? [] : [`Drawn as SVG: ${chromium.missing}`]),
      ].join('\n'),
      failed.length === 0 ? 0 : 1,
    );
  },
};

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/u.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
}

function lineOf(file: SceneFile): string {
  if ('message' in file)
    return `scene ${file.scene} "${file.title}" was not drawn: ${file.message} ${file.nextStep}`;
  const left = file.left.map((words) => `  leaves out ${words}`);
  return [`${file.file}  ${Math.max(1, Math.round(file.bytes / 1e3))} kB`, ...left].join('\n');
}
