import type { Plugin } from 'vite';

/**
 * What the page may load: itself only, but for answers of a travel-time server that the person names (`connect-src`; its
 * address is unknown when the page is built, see docs/decisions/0020-servers-a-person-names.md). Styles may stand inline because Mantine and MapLibre set style elements and
 * attributes at run time; scripts may not, nor `eval`. MapLibre's pictures and exports are `blob:` and `data:`.
 * `frame-ancestors` counts only as a header (docs/hosting.md, which a test holds against this).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob: https: http:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy into the built page, before anything it governs; the development server needs inline scripts. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'atlas-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
