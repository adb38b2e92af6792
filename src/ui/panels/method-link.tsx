import { lazy, Suspense, type ComponentType } from 'react';
import type { PaperSection } from './asked-paper.ts';

// Comes with its words, after what stands around it; a page without network does without it.
const MethodLinkButton = lazy<ComponentType<PaperSection>>(async () => {
  try {
    return { default: (await import('./method-link-button.tsx')).MethodLinkButton };
  } catch {
    return { default: () => null };
  }
});

/** Opens help at the section of a paper on the method that says how the figures beside it come about, in the language of the page. */
export function MethodLink(place: PaperSection) {
  return (
    <Suspense fallback={null}>
      <MethodLinkButton {...place} />
    </Suspense>
  );
}
