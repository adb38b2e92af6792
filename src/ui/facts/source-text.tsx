import { Fragment } from 'react';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './source-text.module.css';
import { sourceWords } from './source-words.ts';

/** A printed source in the person's language; web addresses in it become links, everything else stays text. */
export function SourceText({ text }: { readonly text: string }) {
  const pieces = sourceWords(text, useLanguage()).split(/(https?:\/\/[^\s;,，；)）]+)/);
  return (
    <span className={classes.text}>
      {pieces.map((piece, index) =>
        /^https?:\/\//.test(piece) ? (
          <a key={`${index}${piece}`} href={piece} target="_blank" rel="noreferrer noopener">
            {piece.replace(/^https?:\/\/(www\.)?/, '')}
          </a>
        ) : (
          <Fragment key={`${index}${piece}`}>{piece}</Fragment>
        ),
      )}
    </span>
  );
}
