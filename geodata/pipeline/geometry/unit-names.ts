import { romanised } from './pinyin-names.ts';

/** English names of peoples in names of autonomous units. */
const peoples: readonly (readonly [zh: string, en: string])[] = [
  ['土家族', 'Tujia'], ['布依族', 'Buyei'], ['哈尼族', 'Hani'], ['傈僳族', 'Lisu'], ['景颇族', 'Jingpo'], ['朝鲜族', 'Korean'],
  ['蒙古族', 'Mongol'], ['哈萨克族', 'Kazakh'], ['达斡尔族', 'Daur'], ['仫佬族', 'Mulao'], ['毛南族', 'Maonan'], ['仡佬族', 'Gelao'],
  ['东乡族', 'Dongxiang'], ['保安族', 'Bonan'], ['撒拉族', 'Salar'], ['裕固族', 'Yugur'], ['拉祜族', 'Lahu'], ['布朗族', 'Blang'],
  ['独龙族', 'Derung'], ['普米族', 'Pumi'], ['纳西族', 'Nakhi'], ['锡伯', 'Xibe'], ['塔吉克', 'Tajik'], ['哈萨克', 'Kazakh'],
  ['柯尔克孜', 'Kyrgyz'], ['蒙古', 'Mongol'], ['各族', 'Multi-ethnic'], ['藏族', 'Tibetan'], ['羌族', 'Qiang'], ['彝族', 'Yi'], ['白族', 'Bai'],
  ['傣族', 'Dai'], ['壮族', 'Zhuang'], ['苗族', 'Miao'], ['侗族', 'Dong'], ['瑶族', 'Yao'], ['回族', 'Hui'], ['满族', 'Manchu'], ['畲族', 'She'],
  ['黎族', 'Li'], ['水族', 'Sui'], ['佤族', 'Va'], ['怒族', 'Nu'], ['土族', 'Tu'], ['京族', 'Gin'],
]; // prettier-ignore

/** Suffixes of county-level units with their English words; cities and leagues drop theirs. */
const suffixes: readonly (readonly [zh: string, en: string])[] = [
  ['自治县', 'Autonomous County'], ['自治旗', 'Autonomous Banner'], ['林区', 'Forestry District'], ['特区', 'Special District'],
  ['左旗', 'Left Banner'], ['右旗', 'Right Banner'], ['前旗', 'Front Banner'], ['后旗', 'Rear Banner'], ['中旗', 'Middle Banner'],
  ['市', ''], ['区', 'District'], ['县', 'County'], ['旗', 'Banner'],
]; // prettier-ignore

/** Usual English names of prefecture-level units that pinyin would not give. */
const prefectureNamesEn: Readonly<Record<string, string>> = {
  '110000': 'Beijing', '120000': 'Tianjin', '310000': 'Shanghai', '500000': 'Chongqing',
  '710000': 'Taiwan', '810000': 'Hong Kong SAR', '820000': 'Macao SAR',
  '150100': 'Hohhot', '150200': 'Baotou', '150300': 'Wuhai', '150600': 'Ordos', '150700': 'Hulunbuir', '150800': 'Bayannur', '150900': 'Ulanqab',
  '152200': 'Hinggan League', '152500': 'Xilingol League', '152900': 'Alxa League',
  '222400': 'Yanbian', '230100': 'Harbin', '230200': 'Qiqihar', '230800': 'Jiamusi', '231000': 'Mudanjiang', '232700': 'Greater Khingan',
  '422800': 'Enshi', '429021': 'Shennongjia', '433100': 'Xiangxi', '442100': 'Pratas Islands (Dongsha)', '460300': 'Sansha',
  '513200': 'Ngawa', '513300': 'Garzê', '513400': 'Liangshan',
  '522300': 'Qianxinan', '522600': 'Qiandongnan', '522700': 'Qiannan',
  '532300': 'Chuxiong', '532500': 'Honghe', '532600': 'Wenshan', '532800': 'Xishuangbanna', '532900': 'Dali', '533100': 'Dehong', '533300': 'Nujiang', '533400': 'Diqing',
  '540100': 'Lhasa', '540200': 'Shigatse', '540300': 'Qamdo', '540400': 'Nyingchi', '540500': 'Lhoka (Shannan)', '540600': 'Nagqu', '542500': 'Ngari',
  '622900': 'Linxia', '623000': 'Gannan',
  '632200': 'Haibei', '632300': 'Huangnan', '632500': 'Hainan (Qinghai)', '632600': 'Golog', '632700': 'Yushu', '632800': 'Haixi',
  '650100': 'Ürümqi', '650200': 'Karamay', '650400': 'Turpan', '650500': 'Hami', '652300': 'Changji', '652700': 'Bortala', '652800': 'Bayingolin',
  '652900': 'Aksu', '653000': 'Kizilsu', '653100': 'Kashgar', '653200': 'Hotan', '654000': 'Ili', '654200': 'Tacheng', '654300': 'Altay',
  '659001': 'Shihezi', '659002': 'Aral', '659003': 'Tumxuk', '659004': 'Wujiaqu', '659005': 'Beitun', '659006': 'Tiemenguan', '659007': 'Shuanghe', '659008': 'Kokdala', '659009': 'Kunyu',
}; // prettier-ignore

/** English names of Hong Kong's districts are in the census table; these are county names that pinyin would get wrong. */
const countyNamesEn: Readonly<Record<string, string>> = {
  '442100': 'Pratas Islands (Dongsha)', '710000': 'Taiwan', '820000': 'Macao SAR',
  '540102': 'Chengguan District (Lhasa)', '540202': 'Samzhubzê District',
  '652901': 'Aksu City', '653101': 'Kashgar City', '653201': 'Hotan City', '654202': 'Wusu', '652801': 'Korla', '654002': 'Yining (Ghulja)',
  '652301': 'Changji City', '654301': 'Altay City', '654201': 'Tacheng City', '650502': 'Yizhou District', '650402': 'Gaochang District',
}; // prettier-ignore

/** Province-level units by the first two digits of their code. */
export const provinceNames: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  11: ['北京市', 'Beijing'], 12: ['天津市', 'Tianjin'], 13: ['河北省', 'Hebei'], 14: ['山西省', 'Shanxi'], 15: ['内蒙古自治区', 'Inner Mongolia'],
  21: ['辽宁省', 'Liaoning'], 22: ['吉林省', 'Jilin'], 23: ['黑龙江省', 'Heilongjiang'], 31: ['上海市', 'Shanghai'], 32: ['江苏省', 'Jiangsu'],
  33: ['浙江省', 'Zhejiang'], 34: ['安徽省', 'Anhui'], 35: ['福建省', 'Fujian'], 36: ['江西省', 'Jiangxi'], 37: ['山东省', 'Shandong'],
  41: ['河南省', 'Henan'], 42: ['湖北省', 'Hubei'], 43: ['湖南省', 'Hunan'], 44: ['广东省', 'Guangdong'], 45: ['广西壮族自治区', 'Guangxi'],
  46: ['海南省', 'Hainan'], 50: ['重庆市', 'Chongqing'], 51: ['四川省', 'Sichuan'], 52: ['贵州省', 'Guizhou'], 53: ['云南省', 'Yunnan'],
  54: ['西藏自治区', 'Tibet'], 61: ['陕西省', 'Shaanxi'], 62: ['甘肃省', 'Gansu'], 63: ['青海省', 'Qinghai'], 64: ['宁夏回族自治区', 'Ningxia'],
  65: ['新疆维吾尔自治区', 'Xinjiang'], 71: ['台湾省', 'Taiwan'], 81: ['香港特别行政区', 'Hong Kong SAR'], 82: ['澳门特别行政区', 'Macao SAR'],
}; // prettier-ignore

/** Chinese name for labels: 成都, 甘孜, 门头沟; a one-character stem keeps its suffix (唐县). */
export function shortName(nameZh: string): string {
  if (nameZh.includes('·')) return nameZh.split('·').map(shortName).join('·');
  if (/^(台湾|香港|澳门)/u.test(nameZh)) return nameZh.slice(0, 2);
  const parts = splitName(nameZh);
  if (parts.stem.length < 2 || parts.suffix.endsWith('旗')) return nameZh;
  return parts.stem;
}

/** English name of a prefecture-level unit: `Chengdu`, `Hohhot`, `Garzê`. */
export function prefectureNameEn(adcode: string, nameZh: string): string {
  return prefectureNamesEn[adcode] ?? romanised(shortName(nameZh));
}

/** English name of a county-level unit: `Wuhou District`, `Mengcun Hui Autonomous County`, `Jianyang`. */
export function countyNameEn(adcode: string, nameZh: string): string {
  const known = countyNamesEn[adcode];
  if (known !== undefined) return known;
  if (nameZh.includes('·')) {
    return nameZh
      .split('·')
      .map((name) => countyNameEn('', name))
      .join(' · ');
  }
  const { stem, ethnic, suffix } = splitName(nameZh);
  const type = suffixes.find(([zh]) => zh === suffix)?.[1] ?? '';
  // One character is read in its name, not alone: 歙县 is Shexian, 歙 by itself xi.
  if (stem.length < 2 && suffix === '县') return `${romanised(nameZh).replace(/xian$/u, '')} County`;
  const words = [romanised(stem), ...ethnic, type];
  return words.filter((word) => word !== '').join(' ');
}

/** Stem, peoples and kind of a unit's name: 孟村 + [Hui] + 自治县. */
function splitName(nameZh: string): { stem: string; ethnic: readonly string[]; suffix: string } {
  const prefecture = /^(.+?)(自治州|地区|盟)$/u.exec(nameZh);
  const county = suffixes.find(([zh]) => nameZh.endsWith(zh) && nameZh.length > zh.length);
  const suffix = prefecture?.[2] ?? county?.[0] ?? '';
  let stem = nameZh.slice(0, nameZh.length - suffix.length);
  const ethnic: string[] = [];
  if (suffix.startsWith('自治')) {
    for (let found = peopleAtEnd(stem); found && stem.length > found[0].length; found = peopleAtEnd(stem)) {
      stem = stem.slice(0, stem.length - found[0].length);
      ethnic.unshift(found[1]);
    }
  }
  return { stem, ethnic, suffix };
}

function peopleAtEnd(stem: string): readonly [string, string] | undefined {
  return peoples.find(([zh]) => stem.endsWith(zh));
}
