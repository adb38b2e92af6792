import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../src/app/build/content-security-policy.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../docs/hosting.md'), 'utf8');

/** The example of one server: what stands between its fences. */
function example(server: string): string {
  const [, text] = new RegExp(`\`\`\`${server}\\n([\\s\\S]*?)\`\`\``).exec(guide) ?? [];
  if (text === undefined) throw new Error(`docs/hosting.md has no example of ${server}`);
  return text;
}

describe('docs/hosting.md', () => {
  it.each(['nginx', 'caddyfile'])('sends with %s the policy that the build carries', (server) => {
    const [, sent = ''] = /Content-Security-Policy "([^"]*)"/.exec(example(server)) ?? [];
    const directives = sent.split('; ');
    expect(directives.filter((directive) => !directive.startsWith('frame-ancestors')).join('; ')).toBe(
      CONTENT_SECURITY_POLICY,
    );
    expect(directives).toContain("frame-ancestors 'self'");
  });
});

describe('docs/hosting.md for nginx', () => {
  it('names the type of every kind of file of the site', () => {
    const [, types = ''] = /types \{([^}]*)\}/.exec(example('nginx')) ?? [];
    const endings = new Set(
      readdirSync('public', { recursive: true, encoding: 'utf8' }).flatMap((file) =>
        path.extname(file) === '' ? [] : [path.extname(file).slice(1)],
      ),
    );
    expect([...endings].filter((ending) => !new RegExp(`\\b${ending}\\b`).test(types))).toEqual([]);
    expect(endings.size).toBeGreaterThan(3);
  });
});

describe('the content security policy', () => {
  it('allows scripts from the site alone, neither inline nor evaluated', () => {
    const scripts = CONTENT_SECURITY_POLICY.split('; ').find((directive) =>
      directive.startsWith('script-src'),
    );
    expect(scripts).toBe("script-src 'self'");
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe-eval');
  });

  it('is not needed to keep text text: nothing makes HTML of it but the reader of the guide, which is built with the page', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const making = sources.filter((file) =>
      /innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|document\.write|srcdoc/i.test(
        readFileSync(path.join('src', file), 'utf8'),
      ),
    );
    expect(sources.length).toBeGreaterThan(500);
    expect(making).toEqual(['app/help/guide-reader.tsx']);
  });
});
