import type { Scenario } from '../document/project-document.ts';

/** Longest encoded scenario that goes into a link; a larger one travels as a file. */
const LONGEST_SCENARIO_TEXT = 6_000;

/** Letters of base64 for every byte. */
const LETTERS_PER_BYTE = 4 / 3;

/** A scenario as base64url of its JSON, or `null` if that would make the link too long. */
export function encodeScenario(scenario: Scenario): string | null {
  const bytes = new TextEncoder().encode(JSON.stringify(scenario));
  if (bytes.length * LETTERS_PER_BYTE > LONGEST_SCENARIO_TEXT) return null;
  const binary = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The scenario of a link, unchecked; `null` if the text is none. */
export function decodeScenario(text: string): Scenario | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Scenario) : null;
  } catch {
    return null;
  }
}
