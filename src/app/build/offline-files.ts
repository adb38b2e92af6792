import { readFileSync } from 'node:fs';
import { VitePWA } from 'vite-plugin-pwa';
import type { PluginOption } from 'vite';
import { decodeManifest } from '../../data/manifest.ts';

const DATA_MANIFEST = 'public/data/manifest.json';

/** Data not needed for the first picture is kept ahead only up to this size, bytes; larger files once they were used. */
const KEPT_AHEAD_BYTES = 400_000;

/**
 * The service worker and the web app manifest. Code, early data and small data are kept at the first visit, the data
 * checked against the SHA-256 of its manifest; large data is kept once used, in a cache of this data version. A newer
 * version waits until the page tells it to take over.
 */
export function offlineFiles(): PluginOption {
  const read = decodeManifest(JSON.parse(readFileSync(DATA_MANIFEST, 'utf8')));
  if (!read.ok) throw new Error(read.failure.message);
  const { dataVersion, artefacts } = read.value;
  const integrity = new Map(
    artefacts.map(({ path, sha256 }) => [
      `data/${path}`,
      `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`,
    ]),
  );
  const ahead = artefacts.filter(({ early, bytes }) => early || bytes <= KEPT_AHEAD_BYTES);

  return VitePWA({
    registerType: 'prompt',
    injectRegister: false,
    manifest: {
      name: '城群图 Chengqun Atlas',
      short_name: '城群图',
      description: '中国城市群与都市圈 · The urban agglomerations and metropolitan areas of China',
      lang: 'zh-CN',
      start_url: '.',
      scope: '.',
      display: 'standalone',
      background_color: '#FAF8F4',
      // The bar's; light or dark by the page's own theme-color once it is open.
      theme_color: '#FFFFFF',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: [
        '**/*.{js,mjs,css,html,svg,json,woff2}',
        'data/manifest.json',
        ...ahead.map(({ path }) => `data/${path}`),
      ],
      // Data is named one by one above.
      globIgnores: artefacts
        .filter((artefact) => !ahead.includes(artefact))
        .map(({ path }) => `data/${path}`),
      maximumFileSizeToCacheInBytes: 4_000_000,
      dontCacheBustURLsMatching: /^assets\//,
      manifestTransforms: [
        (entries) => ({
          manifest: entries.map((entry) => {
            const hash = integrity.get(entry.url);
            return hash === undefined ? entry : { ...entry, integrity: hash };
          }),
          warnings: [],
        }),
      ],
      runtimeCaching: [
        {
          urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.includes('/data/'),
          handler: 'CacheFirst',
          options: { cacheName: `chengqun-data-${dataVersion}` },
        },
      ],
      // The first visit is kept too, from the moment the worker is ready: its later parts and data come through it.
      clientsClaim: true,
      navigateFallback: null,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      mode: 'production',
    },
  });
}
