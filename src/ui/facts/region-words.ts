/**
 * What the tables of regions say, in English, about how far a scope was read, in Chinese. Whole texts: each is written once
 * or a few times in the source tables, and a test holds that none is missing here.
 */
const evidenceZh: Readonly<Record<string, string>> = {
  'plan texts and general literature': '规划文本与一般文献',
  'namesake of the plan': '规划以其命名',
  'read in a reproduction of the plan': '读自规划文本的转载',
  'secondary source': '二手资料',
  'general literature, plan text not read': '一般文献，未读规划文本',
  'read in a reproduction of the plan; the exclusions of 达州 and 雅安 and the parts of 开州, 云阳: general literature, plan text not read':
    '读自规划文本的转载；达州、雅安除外的部分与开州、云阳所含部分据一般文献，未读规划文本',
  'read in a reproduction of the plan; which counties of 抚州 and 吉安: general literature, plan text not read':
    '读自规划文本的转载；抚州、吉安含哪些区县据一般文献，未读规划文本',
  'read in a reproduction of the plan; the seven counties of 红河 by name: general literature, plan text not read':
    '读自规划文本的转载；红河州七个县市的名单据一般文献，未读规划文本',
  'read in a reproduction of the plan; parts of 建阳, 建瓯 left out':
    '读自规划文本的转载；建阳、建瓯只有部分在内，未计入',
  'read in a reproduction of the plan; 深汕特别合作区 (in 海丰县) has no code of its own':
    '读自规划文本的转载；深汕特别合作区（在海丰县内）没有自己的行政区划代码',
  'read in a reproduction of the plan; 石家庄 without key ecological areas, 信都区 urban part only: taken whole here':
    '读自规划文本的转载；规划中石家庄不含重点生态区、信都区仅含城区，这里按整体计入',
  'read in a reproduction of the plan; parts of 榆树市, 东辽县: taken whole here':
    '读自规划文本的转载；规划中榆树市、东辽县只含部分，这里按整体计入',
};

/** Places that these texts name in Chinese, in English. */
const placesEn: readonly (readonly [zh: string, en: string])[] = [
  ['深汕特别合作区', 'the Shenzhen–Shanwei special cooperation zone'],
  ['石家庄', 'Shijiazhuang'],
  ['海丰县', 'Haifeng'],
  ['信都区', 'Xindu'],
  ['榆树市', 'Yushu'],
  ['东辽县', 'Dongliao'],
  ['达州', 'Dazhou'],
  ['雅安', 'Ya’an'],
  ['开州', 'Kaizhou'],
  ['云阳', 'Yunyang'],
  ['抚州', 'Fuzhou (Jiangxi)'],
  ['吉安', 'Ji’an'],
  ['红河', 'Honghe'],
  ['建阳', 'Jianyang'],
  ['建瓯', 'Jian’ou'],
];

/** The text in the person's language; as it is written where no translation is known. */
export function evidenceText(evidence: string, language: 'zh-CN' | 'en'): string {
  if (language !== 'en') return evidenceZh[evidence] ?? evidence;
  return placesEn.reduce((text, [zh, en]) => text.replaceAll(zh, en), evidence);
}

/** Grades of the 14th Five-Year Plan and levels of approval, in English; the tables hold them in Chinese. */
const gradesEn: Readonly<Record<string, string>> = {
  优化提升: 'optimise and upgrade (优化提升)',
  发展壮大: 'expand and strengthen (发展壮大)',
  培育发展: 'foster and develop (培育发展)',
  国家级: 'approved nationally',
  省级: 'approved by the province',
};

/** The grade in the person's language; as it is written where no translation is known. */
export function gradeText(grade: string, language: 'zh-CN' | 'en'): string {
  return language === 'en' ? (gradesEn[grade] ?? grade) : grade;
}
