/** Words of the nation's frame, of zones and sides of the Hu line, and of the charts and tables in files. */
export const nationalEn = {
  parts: {
    title: { zones: 'Economic zones', hu: 'Sides of the Hu line' },
    note: {
      zones:
        'The statistical office’s four zones (2011), Hong Kong, Macao and Taiwan apart; shares of the sum. People and GDP of 2020, change 2010→2020',
      hu: 'Great circle from Heihe to Tengchong; prefectures count whole, on the side of their seat',
    },
    part: { zones: 'Zone', hu: 'Side' },
    units: 'Cities',
    area: 'Land',
    population: 'People',
    populationChange: 'Change of people',
    change: 'Change',
    gdp: 'GDP',
    southeast: 'South-east',
    northwest: 'North-west',
    leftOut: '{{what}}: cities without a figure, left out: {{count}}.',
    leftOutNames: '{{what}}: no figure, left out: {{names}}.',
  },
  frame: {
    title: 'National frame',
    note: 'The 19 agglomerations together in their current editions; members whole, cities of two agglomerations once',
    count: 'Share of',
    ours: 'Ours',
    published: 'Published',
    difference: 'Diff.',
    population: 'People',
    gdp: 'GDP',
    each: 'Each agglomeration’s part of the nation',
    eachNote:
      '% of the national total (census communiqués; China Statistical Yearbook 2022, table 3-1; without Hong Kong, Macao, Taiwan); each in its current edition, cities of two agglomerations in both',
    outside: 'Not in the national total, left out: {{names}}.',
    overlaps: 'Cities of two agglomerations: {{count}}',
    caution: 'Published statements differ in what they count; all are shown.',
    above:
      'Local figures add up to more than the national accounts, so shares are too high: all prefectures together are {{years}} of the nation.',
  },
  shown: {
    tenThousand: '10,000 people',
    sizeMillions: 'urban-core people, millions (log)',
    line: 'fitted line',
    modelledTies: 'Modelled: people × people ÷ minutes² ({{mode}}), not counted passengers',
    event: 'Plan or body',
    cluster: 'Kind',
    frame: 'The 19 agglomerations’ part of the nation (%)',
    published: 'Published (nearest year)',
  },
} as const;
