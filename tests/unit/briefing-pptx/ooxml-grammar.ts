import type { Element } from '@xmldom/xmldom';

/**
 * Content models of the elements that our slides are made of, after the schemas of ECMA-376 part 1 (pml.xsd, dml-main.xsd,
 * dml-chart.xsd) and part 2: children in their order; `?` at most once, `*` any number, `+` at least once, plain exactly
 * once, `a|b` one of them. Elements without children are written as ''. `#text` = text only.
 */
const models: Readonly<Record<string, string>> = {
  // Package
  Types: 'Default* Override*',
  Default: '',
  Override: '',
  Relationships: 'Relationship*',
  Relationship: '',
  'cp:coreProperties': 'dc:title? dc:creator? dc:language? dcterms:created?',
  'dc:title': '#text',
  'dc:creator': '#text',
  'dc:language': '#text',
  'dcterms:created': '#text',
  // Presentation
  'p:presentation':
    'p:sldMasterIdLst? p:notesMasterIdLst? p:handoutMasterIdLst? p:sldIdLst? p:sldSz? p:notesSz p:defaultTextStyle?',
  'p:sldMasterIdLst': 'p:sldMasterId*',
  'p:sldMasterId': '',
  'p:notesMasterIdLst': 'p:notesMasterId?',
  'p:notesMasterId': '',
  'p:sldIdLst': 'p:sldId*',
  'p:sldId': '',
  'p:sldSz': '',
  'p:notesSz': '',
  'p:defaultTextStyle': 'a:lvl1pPr?',
  'p:presentationPr': '',
  'p:sld': 'p:cSld p:clrMapOvr?',
  'p:sldLayout': 'p:cSld p:clrMapOvr?',
  'p:sldMaster': 'p:cSld p:clrMap p:sldLayoutIdLst? p:txStyles?',
  'p:notes': 'p:cSld p:clrMapOvr?',
  'p:notesMaster': 'p:cSld p:clrMap p:notesStyle?',
  'p:notesStyle': 'a:lvl1pPr?',
  'p:sldLayoutIdLst': 'p:sldLayoutId*',
  'p:sldLayoutId': '',
  'p:txStyles': 'p:titleStyle? p:bodyStyle? p:otherStyle?',
  'p:titleStyle': 'a:lvl1pPr?',
  'p:bodyStyle': 'a:lvl1pPr?',
  'p:otherStyle': 'a:lvl1pPr?',
  'p:clrMap': '',
  'p:clrMapOvr': 'a:masterClrMapping',
  'a:masterClrMapping': '',
  'p:cSld': 'p:bg? p:spTree',
  'p:bg': 'p:bgPr',
  'p:bgPr': 'a:solidFill a:effectLst',
  // Shapes
  'p:spTree': 'p:nvGrpSpPr p:grpSpPr p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic*',
  'p:grpSp': 'p:nvGrpSpPr p:grpSpPr p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic*',
  'p:nvGrpSpPr': 'p:cNvPr p:cNvGrpSpPr p:nvPr',
  'p:cNvGrpSpPr': '',
  'p:grpSpPr': 'a:xfrm?',
  'p:sp': 'p:nvSpPr p:spPr p:style? p:txBody?',
  'p:nvSpPr': 'p:cNvPr p:cNvSpPr p:nvPr',
  'p:cNvPr': '',
  'p:cNvSpPr': 'a:spLocks?',
  'a:spLocks': '',
  'p:nvPr': 'p:ph?',
  'p:ph': '',
  'p:spPr':
    'a:xfrm? a:custGeom|a:prstGeom? a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill? a:ln? a:effectLst?',
  'p:cxnSp': 'p:nvCxnSpPr p:spPr',
  'p:nvCxnSpPr': 'p:cNvPr p:cNvCxnSpPr p:nvPr',
  'p:cNvCxnSpPr': '',
  'p:pic': 'p:nvPicPr p:blipFill p:spPr',
  'p:nvPicPr': 'p:cNvPr p:cNvPicPr p:nvPr',
  'p:cNvPicPr': 'a:picLocks?',
  'a:picLocks': '',
  'p:blipFill': 'a:blip? a:srcRect? a:stretch?',
  'a:blip': '',
  'a:stretch': 'a:fillRect?',
  'a:fillRect': '',
  'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic',
  'p:nvGraphicFramePr': 'p:cNvPr p:cNvGraphicFramePr p:nvPr',
  'p:cNvGraphicFramePr': 'a:graphicFrameLocks?',
  'a:graphicFrameLocks': '',
  'p:xfrm': 'a:off a:ext',
  'a:xfrm': 'a:off? a:ext? a:chOff? a:chExt?',
  'a:off': '',
  'a:ext': '',
  'a:chOff': '',
  'a:chExt': '',
  'a:graphic': 'a:graphicData',
  'a:graphicData': 'a:tbl|c:chart',
  'a:prstGeom': 'a:avLst?',
  'a:avLst': '',
  'a:custGeom': 'a:avLst? a:gdLst? a:ahLst? a:cxnLst? a:rect? a:pathLst',
  'a:gdLst': '',
  'a:ahLst': '',
  'a:cxnLst': '',
  'a:rect': '',
  'a:pathLst': 'a:path*',
  'a:path': 'a:close|a:moveTo|a:lnTo*',
  'a:close': '',
  'a:moveTo': 'a:pt',
  'a:lnTo': 'a:pt',
  'a:pt': '',
  // Fills and lines
  'a:noFill': '',
  'a:solidFill': 'a:srgbClr|a:schemeClr',
  'a:srgbClr': 'a:alpha?',
  'a:schemeClr': 'a:alpha?',
  'a:alpha': '',
  'a:gradFill': 'a:gsLst? a:lin?',
  'a:gsLst': 'a:gs+',
  'a:gs': 'a:srgbClr|a:schemeClr',
  'a:lin': '',
  'a:pattFill': 'a:fgClr? a:bgClr?',
  'a:fgClr': 'a:srgbClr|a:schemeClr',
  'a:bgClr': 'a:srgbClr|a:schemeClr',
  ...Object.fromEntries(
    ['a:ln', 'a:lnL', 'a:lnR', 'a:lnT', 'a:lnB'].map((name) => [
      name,
      'a:noFill|a:solidFill? a:prstDash? a:round|a:bevel|a:miter?',
    ]),
  ),
  'a:prstDash': '',
  'a:round': '',
  'a:effectLst': 'a:glow?',
  'a:glow': 'a:srgbClr|a:schemeClr',
  // Text
  'p:txBody': 'a:bodyPr a:lstStyle? a:p+',
  'a:txBody': 'a:bodyPr a:lstStyle? a:p+',
  'a:bodyPr': 'a:noAutofit|a:normAutofit|a:spAutoFit?',
  'a:normAutofit': '',
  'a:lstStyle': 'a:lvl1pPr?',
  'a:lvl1pPr': 'a:spcBef? a:spcAft? a:buNone? a:defRPr?',
  'a:buNone': '',
  'a:p': 'a:pPr? a:r|a:br|a:fld* a:endParaRPr?',
  'a:pPr': 'a:lnSpc? a:spcBef? a:spcAft? a:defRPr?',
  'a:spcAft': 'a:spcPct|a:spcPts',
  'a:spcPts': '',
  'a:r': 'a:rPr? a:t',
  'a:fld': 'a:rPr? a:pPr? a:t?',
  'a:t': '#text',
  ...Object.fromEntries(
    ['a:rPr', 'a:defRPr', 'a:endParaRPr'].map((name) => [
      name,
      'a:ln? a:noFill|a:solidFill? a:effectLst? a:latin? a:ea? a:cs? a:sym?',
    ]),
  ),
  'a:latin': '',
  'a:ea': '',
  'a:cs': '',
  // Tables
  'a:tblStyleLst': '',
  'a:tbl': 'a:tblPr? a:tblGrid a:tr*',
  'a:tblPr': 'a:tableStyleId?',
  'a:tableStyleId': '#text',
  'a:tblGrid': 'a:gridCol*',
  'a:gridCol': '',
  'a:tr': 'a:tc*',
  'a:tc': 'a:txBody? a:tcPr?',
  'a:tcPr': 'a:lnL? a:lnR? a:lnT? a:lnB? a:noFill|a:solidFill?',
  // Theme
  'a:theme': 'a:themeElements',
  'a:themeElements': 'a:clrScheme a:fontScheme a:fmtScheme',
  'a:clrScheme':
    'a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink',
  ...Object.fromEntries(
    'dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'
      .split(' ')
      .map((slot) => [`a:${slot}`, 'a:srgbClr']),
  ),
  'a:fontScheme': 'a:majorFont a:minorFont',
  'a:majorFont': 'a:latin a:ea a:cs a:font*',
  'a:minorFont': 'a:latin a:ea a:cs a:font*',
  'a:font': '',
  'a:fmtScheme': 'a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst',
  'a:fillStyleLst': 'a:solidFill a:solidFill a:solidFill',
  'a:bgFillStyleLst': 'a:solidFill a:solidFill a:solidFill',
  'a:lnStyleLst': 'a:ln a:ln a:ln',
  'a:effectStyleLst': 'a:effectStyle a:effectStyle a:effectStyle',
  'a:effectStyle': 'a:effectLst',
  // Charts
  'c:chartSpace':
    'c:date1904? c:lang? c:roundedCorners? c:style? c:chart c:spPr? c:txPr? c:externalData? c:printSettings?',
  'c:chart': 'c:title? c:autoTitleDeleted? c:plotArea c:legend? c:plotVisOnly? c:dispBlanksAs?',
  'c:plotArea': 'c:layout? c:barChart|c:lineChart|c:scatterChart+ c:catAx|c:valAx* c:spPr?',
  'c:layout': 'c:manualLayout?',
  'c:manualLayout': 'c:layoutTarget? c:xMode? c:yMode? c:wMode? c:hMode? c:x? c:y? c:w? c:h?',
  'c:barChart':
    'c:barDir c:grouping? c:varyColors? c:ser* c:dLbls? c:gapWidth? c:overlap? c:serLines* c:axId c:axId',
  'c:lineChart':
    'c:grouping c:varyColors? c:ser* c:dLbls? c:dropLines? c:hiLowLines? c:marker? c:smooth? c:axId c:axId',
  'c:scatterChart': 'c:scatterStyle c:varyColors? c:ser* c:dLbls? c:axId c:axId',
  'c:legend': 'c:legendPos? c:legendEntry* c:layout? c:overlay? c:spPr? c:txPr?',
  'c:title': 'c:tx? c:layout? c:overlay? c:spPr? c:txPr?',
  'c:rich': 'a:bodyPr a:lstStyle? a:p+',
  'c:tx': 'c:strRef|c:rich',
  'c:strRef': 'c:f c:strCache?',
  'c:numRef': 'c:f c:numCache?',
  'c:f': '#text',
  'c:v': '#text',
  'c:formatCode': '#text',
  'c:strCache': 'c:ptCount? c:pt*',
  'c:numCache': 'c:formatCode? c:ptCount? c:pt*',
  'c:pt': 'c:v',
  'c:cat': 'c:strRef',
  'c:val': 'c:numRef',
  'c:xVal': 'c:numRef',
  'c:yVal': 'c:numRef',
  'c:dPt': 'c:idx c:invertIfNegative? c:marker? c:bubble3D? c:explosion? c:spPr?',
  'c:dLbls':
    'c:dLbl* c:numFmt? c:spPr? c:txPr? c:dLblPos? c:showLegendKey? c:showVal? c:showCatName? c:showSerName? c:showPercent? c:showBubbleSize?',
  'c:dLbl':
    'c:idx c:layout? c:tx? c:numFmt? c:spPr? c:txPr? c:dLblPos? c:showLegendKey? c:showVal? c:showCatName? c:showSerName? c:showPercent? c:showBubbleSize?',
  'c:catAx':
    'c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:title? c:numFmt? c:majorTickMark? c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx c:crosses? c:auto? c:lblAlgn? c:lblOffset? c:noMultiLvlLbl?',
  'c:valAx':
    'c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:title? c:numFmt? c:majorTickMark? c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx c:crosses? c:crossBetween? c:majorUnit?',
  'c:scaling': 'c:logBase? c:orientation? c:max? c:min?',
  'c:majorGridlines': 'c:spPr?',
  'c:txPr': 'a:bodyPr a:lstStyle? a:p+',
  'c:spPr': 'a:noFill|a:solidFill? a:ln?',
  'c:externalData': 'c:autoUpdate?',
  'c:numFmt': '',
};

/** Elements that differ by where they stand. */
const byParent: Readonly<Record<string, string>> = {
  'c:graphicData/c:chart': '',
  'a:graphicData/c:chart': '',
  'c:barChart/c:ser':
    'c:idx c:order c:tx? c:spPr? c:invertIfNegative? c:pictureOptions? c:dPt* c:dLbls? c:cat? c:val?',
  'c:lineChart/c:ser': 'c:idx c:order c:tx? c:spPr? c:marker? c:dPt* c:dLbls? c:cat? c:val? c:smooth?',
  'c:scatterChart/c:ser':
    'c:idx c:order c:tx? c:spPr? c:marker? c:dPt* c:dLbls? c:trendline* c:errBars* c:xVal? c:yVal? c:smooth?',
  'c:ser/c:marker': 'c:symbol? c:size? c:spPr?',
};

function pattern(model: string): RegExp {
  const parts = model
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => {
      const sign = /[?*+]$/.exec(part)?.[0] ?? '';
      const names = part.slice(0, part.length - sign.length).split('|');
      return `(?:${names.map((name) => `${name} `).join('|')})${sign}`;
    });
  return new RegExp(`^${parts.join('')}$`);
}

function childElements(element: Element): readonly Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
}

/** What in a part is not as the schemas have it; empty when all is. */
export function schemaProblems(element: Element): readonly string[] {
  const name = element.nodeName;
  const parent = element.parentNode?.nodeName ?? '';
  const children = childElements(element);
  // Of charts most leaves carry a value and nothing else.
  const isValue =
    name.startsWith('c:') &&
    children.length === 0 &&
    element.attributes.length === 1 &&
    element.hasAttribute('val');
  const model = byParent[`${parent}/${name}`] ?? models[name] ?? (isValue ? '' : undefined);
  if (model === undefined) return [`${parent}/${name} is not an element we know the model of`];
  if (model === '#text') return children.length === 0 ? [] : [`${name} holds elements`];
  const own = pattern(model).test(children.map((child) => `${child.nodeName} `).join(''))
    ? []
    : [`${parent}/${name} holds ${children.map((child) => child.nodeName).join(' ')}; its model is ${model}`];
  const text = Array.from(element.childNodes).some(
    (node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '',
  );
  return [...own, ...(text ? [`${name} holds loose text`] : []), ...children.flatMap(schemaProblems)];
}
