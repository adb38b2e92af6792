import type { Adcode } from './admin-unit.ts';

/** A prefecture under the name it had before; one to one, with nothing but its name (or rank) changed. */
export interface FormerName {
  readonly adcode: Adcode;
  /** Names it had, 汉字 and Latin. */
  readonly names: readonly string[];
  /** Year in which it got its present name. */
  readonly year: number;
}

/** A prefecture that is no more: its figures belong to no present one alone. */
export interface DissolvedUnit {
  /** Its names; a bare one only where no present prefecture has it. */
  readonly names: readonly string[];
  /** Its code, where tables of 2010 and later can have it. */
  readonly code: Adcode | null;
  readonly year: number;
  /** The present prefectures that its territory went to. */
  readonly into: readonly Adcode[];
}

/**
 * Prefectures renamed since the 1980s. From general knowledge of the State Council's approvals, not read in a source, and
 * only where it is sure. 地区 and 盟 that became cities under their own name (毕节地区, 那曲地区) need no row.
 */
export const FORMER_NAMES: readonly FormerName[] = [
  { adcode: '150400', names: ['昭乌达盟'], year: 1983 },
  { adcode: '150500', names: ['哲里木盟'], year: 1999 },
  { adcode: '150600', names: ['伊克昭盟'], year: 2001 },
  { adcode: '211400', names: ['锦西', '锦西市'], year: 1994 },
  { adcode: '220600', names: ['浑江', '浑江市'], year: 1994 },
  { adcode: '320800', names: ['淮阴市'], year: 2001 },
  { adcode: '341100', names: ['滁县地区'], year: 1992 },
  { adcode: '341300', names: ['宿县地区'], year: 1998 },
  { adcode: '371600', names: ['惠民地区'], year: 1992 },
  { adcode: '420600', names: ['襄樊', '襄樊市', 'Xiangfan'], year: 2010 },
  { adcode: '421000', names: ['荆沙', '荆沙市'], year: 1996 },
  { adcode: '430800', names: ['大庸', '大庸市'], year: 1994 },
  { adcode: '431100', names: ['零陵地区'], year: 1995 },
  { adcode: '441400', names: ['梅县地区'], year: 1988 },
  { adcode: '469001', names: ['通什', '通什市'], year: 2001 },
  { adcode: '511700', names: ['达川地区', '达县地区'], year: 1999 },
  { adcode: '530800', names: ['思茅', '思茅市', '思茅地区', 'Simao'], year: 2007 },
  { adcode: '640300', names: ['银南地区'], year: 1998 },
];

/**
 * Prefectures merged into others or divided among them since the 1980s, from general knowledge as above. 柳州地区 was not
 * 柳州市: such a name must not be read as that of the city which still has it.
 */
export const DISSOLVED_UNITS: readonly DissolvedUnit[] = [
  { names: ['巢湖', '巢湖市', '巢湖地区'], code: '341400', year: 2011, into: ['340100', '340200', '340500'] },
  { names: ['莱芜', '莱芜市'], code: '371200', year: 2019, into: ['370100'] },
  { names: ['柳州地区'], code: null, year: 2002, into: ['451300', '450200'] },
  { names: ['南宁地区'], code: null, year: 2002, into: ['451400', '450100'] },
  { names: ['伊犁地区'], code: null, year: 2001, into: ['654000'] },
  { names: ['梧州地区'], code: null, year: 1997, into: ['451100', '450400'] },
  { names: ['桂林地区'], code: null, year: 1998, into: ['450300'] },
  { names: ['东川', '东川市'], code: null, year: 1998, into: ['530100'] },
  {
    names: ['万县市', '万县地区', '涪陵市', '涪陵地区', '黔江地区'],
    code: null,
    year: 1997,
    into: ['500000'],
  },
  { names: ['松花江地区'], code: null, year: 1996, into: ['230100'] },
  { names: ['保定地区'], code: null, year: 1994, into: ['130600'] },
  { names: ['石家庄地区'], code: null, year: 1993, into: ['130100'] },
  { names: ['邯郸地区'], code: null, year: 1993, into: ['130400'] },
  { names: ['邢台地区'], code: null, year: 1993, into: ['130500'] },
  { names: ['张家口地区'], code: null, year: 1993, into: ['130700'] },
  { names: ['承德地区'], code: null, year: 1993, into: ['130800'] },
  { names: ['沧州地区'], code: null, year: 1993, into: ['130900'] },
  { names: ['宜昌地区'], code: null, year: 1992, into: ['420500'] },
  { names: ['徽州地区'], code: null, year: 1987, into: ['341000', '341800'] },
];

const BY_ADCODE = new Map(FORMER_NAMES.map((former) => [former.adcode, former]));

/** Former names of a prefecture, empty where it has none. */
export function formerNamesOf(adcode: Adcode): readonly string[] {
  return BY_ADCODE.get(adcode)?.names ?? [];
}
