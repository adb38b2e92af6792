/**
 * Further names that people call agglomerations by, by id: former plans, everyday abbreviations, and for 珠三角 the part by
 * which the whole is looked for. For searching alone; general knowledge, not read from a plan.
 */
export const REGION_ALIASES: Readonly<Record<string, readonly string[]>> = {
  yrd: ['长江三角洲'],
  gba: ['珠三角', '珠江三角洲', '大湾区'],
  jingjinji: ['首都圈', '北京天津河北', 'Jing-Jin-Ji', 'Capital Region'],
  chengyu: ['成渝地区双城经济圈', '川渝'],
  midyangtze: ['中三角', '武汉长沙南昌', 'Mid-Yangtze'],
  ymz: ['海峡西岸', '海西'],
  beibuwan: ['北部湾经济区'],
  lanxi: ['兰西'],
  hubaoeyu: ['呼包鄂'],
  tianshan: ['乌昌石'],
};
