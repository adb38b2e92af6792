import type { NumberLanguage } from '../format/number-format.ts';

type Words = readonly (readonly [written: RegExp, said: string])[];

/**
 * What the table of trains a day says beside its numbers, in both languages. Each remark is written once or a few times; a
 * test holds that none in the data is missing here. What says more stands before the words in it.
 */
const inChinese: Words = [
  [/^(\d+) \(max\)$/, '最多 $1'],
  [/^(\d+) \(([\d.]+)对 max 图定\)$/, '最多 $1（图定 $2 对）'],
  [/^(\d+) \(max ([\d.]+)对/, '最多 $1 ($2 对'],
  [/^(\d+) \(max, /, '最多 $1 ('],
  [/(\d{4}) Q1/, '$1 年第一季度'],
  [/as printed/, '原文如此'],
  [/riverside line, ([\d.]+)对 all services/, '沿江线全部车次 $1 对'],
  [/([\d.]+)对 on (\S+) section/, '$2段 $1 对'],
  [/([\d.]+)对 from (\S+) toward (\S+?)(?=\))/, '$2往$3 $1 对'],
  [/all (\S+) trains(?=\))/, '$1全部车次'],
  [/all trains on the Guangzhou–Shenzhen–Hong Kong HSR/, '广深港高铁全部车次'],
  [/(\d+) start at (\S+?)(?=\))/, '其中 $1 列自$2始发'],
  [/^(\d+) trains a day at (\S+) station$/, '$1（$2站全站）'],
  [/^(\d+) pairs \(was (\d+)\)$/, '$1 对（原 $2 对）'],
  [/peak (\d+) an hour/, '高峰每小时 $1 列'],
  [/about every (\d+) min/, '约 $1 分钟一班'],
  [/every (\d+) min/, '$1 分钟一班'],
  [/shortest gap (\d+) min/, '最短间隔 $1 分钟'],
  [/shortest (\d+) min/, '最短 $1 分钟'],
  [/ at opening$/, '，开通时'],
  [/([\d.]+)对(?=[^ ]|$)/, '$1 对'],
  [/([\d.]+)对 /, '$1 对，'],
  [/(\d\d:\d\d)-(\d\d:\d\d)/, '$1–$2'],
  [/ \((.+?)\)/, '（$1）'],
  [/; /g, '；'],
  [/, /g, '，'],
];

const inEnglish: Words = [
  [/^(\d+) \(max\)$/, 'at most $1'],
  [/^(\d+) \(([\d.]+)对 max 图定\)$/, 'at most $1 (scheduled, $2 pairs)'],
  [/^(\d+) \(max ([\d.]+)对/, 'at most $1 ($2 pairs'],
  [/^(\d+) \(max, /, 'at most $1 ('],
  [/(\d{4}) Q1/, 'first quarter of $1'],
  [/([\d.]+)对/, '$1 pairs'],
  [/on 常益 section/, 'on the Changde–Yiyang section'],
  [/all 江湛 trains/, 'all Jiangmen–Zhanjiang trains'],
  [/from 广州南 toward 深圳\/香港/, 'from Guangzhounan toward Shenzhen and Hong Kong'],
  [/成都–西昌\/攀枝花\/昆明/, 'Chengdu–Xichang, Panzhihua, Kunming'],
  [/start at 广州/, 'start at Guangzhou'],
  [/at 泸州 station/, 'at Luzhou station'],
  [/(\d\d:\d\d)-(\d\d:\d\d)/, '$1–$2'],
];

/** Trains a day as the table prints them (`16 (max)`, `32 (16对)`, `about every 9 min`), in the person's language. */
export function trainWords(printed: string, language: NumberLanguage): string {
  return (language === 'en' ? inEnglish : inChinese).reduce(
    (said, [written, words]) => said.replace(written, words),
    printed,
  );
}
