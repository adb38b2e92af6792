import { customPinyin, pinyin } from 'pinyin-pro';

/** Place names whose characters are read otherwise than the dictionary thinks. */
const readings: Readonly<Record<string, string>> = {
  乐清: 'yuè qīng',
  乐亭: 'lào tíng',
  乐陵: 'lào líng',
  民乐: 'mín lè',
  莘县: 'shēn xiàn',
  单县: 'shàn xiàn',
  尉犁: 'yù lí',
  蔚县: 'yù xiàn',
  大埔: 'dà bù',
  涡阳: 'guō yáng',
  繁峙: 'fán shì',
  洪洞: 'hóng tóng',
  浚县: 'xùn xiàn',
  泌阳: 'bì yáng',
  歙县: 'shè xiàn',
  六合: 'lù hé',
  宕昌: 'tàn chāng',
  什邡: 'shí fāng',
  犍为: 'qián wéi',
  筠连: 'jūn lián',
  吴堡: 'wú bǔ',
  红寺堡: 'hóng sì bǔ',
  黄陂: 'huáng pí',
  阿城: 'ā chéng',
  喀什: 'kā shí',
  曾都: 'zēng dū',
  于家堡: 'yú jiā pǔ',
  三十里堡: 'sān shí lǐ pù',
  柴沟堡: 'chái gōu bǔ',
  宿迁: 'sù qiān',
  宿豫: 'sù yù',
  宿城: 'sù chéng',
  宿松: 'sù sōng',
  宿州: 'sù zhōu',
  长子: 'zhǎng zǐ',
  尖扎: 'jiān zhā',
  扎兰屯: 'zhā lán tún',
  扎赉特: 'zhā lài tè',
  扎鲁特: 'zhā lǔ tè',
  扎囊: 'zhā náng',
  行唐: 'xíng táng',
  太行: 'tài háng',
  铅山: 'yán shān',
  漯河: 'luò hé',
  台州: 'tāi zhōu',
  天台: 'tiān tāi',
  丽水: 'lí shuǐ',
  会理: 'huì lǐ',
  会泽: 'huì zé',
  芒康: 'máng kāng',
  南漳: 'nán zhāng',
  麦盖提: 'mài gài tí',
  盖州: 'gài zhōu',
  牟定: 'móu dìng',
  牟平: 'mù píng',
  中牟: 'zhōng mù',
  石拐: 'shí guǎi',
  荥经: 'yíng jīng',
  句容: 'jù róng',
  高句丽: 'gāo gōu lí',
  渑池: 'miǎn chí',
  车师: 'jū shī',
  覃塘: 'qín táng',
  侯马: 'hóu mǎ',
  闽侯: 'mǐn hòu',
  厦门: 'xià mén',
  堡子: 'bǎo zi',
  瓦房店: 'wǎ fáng diàn',
  柏乡: 'bǎi xiāng',
  双柏: 'shuāng bǎi',
  佛坪: 'fó píng',
  朝阳: 'cháo yáng',
  朝天: 'cháo tiān',
  东阿: 'dōng ē',
  斗门: 'dǒu mén',
  斗湖: 'dǒu hú',
  得荣: 'dé róng',
  番禺: 'pān yú',
  仙游: 'xiān yóu',
  秭归: 'zǐ guī',
  耒阳: 'lěi yáng',
  西藏: 'xī zàng',
  若羌: 'ruò qiāng',
  莎车: 'shā chē',
  伽师: 'jiā shī',
  硚口: 'qiáo kǒu',
  解放: 'jiě fàng',
  观塘: 'guān táng',
  深水埗: 'shēn shuǐ bù',
};

/** Characters that in names of places are read this way, whatever they are in speech: 望都, 昆都仑, 乌什, 康巴什. */
const readingsInNames: Readonly<Record<string, string>> = { 都: 'dū', 什: 'shí' };

customPinyin({ ...readingsInNames, ...readings });

/** Toneless pinyin, syllables joined by spaces, ü as v-free `u` with dots kept only in English names: `cheng du shi`. */
export function searchPinyin(name: string): string {
  return syllables(name).join(' ').replaceAll('ü', 'v');
}

/** Pinyin as a proper name: syllables joined, apostrophe before a, e, o: `Xi’an`, `Lüliang`. */
export function romanised(name: string): string {
  const joined = syllables(name)
    .map((syllable, index) => (index > 0 && /^[aeo]/u.test(syllable) ? `’${syllable}` : syllable))
    .join('');
  return joined.slice(0, 1).toUpperCase() + joined.slice(1);
}

function syllables(name: string): string[] {
  return pinyin(name.replaceAll('·', ''), { toneType: 'none', type: 'array', v: false }).filter(
    (syllable) => syllable !== ' ',
  );
}
