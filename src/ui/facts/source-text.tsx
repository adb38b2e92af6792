import { Fragment } from 'react';
import classes from './source-text.module.css';

/** A printed source; web addresses in it become links, everything else stays text. */
export function SourceText({ text }: { readonly text: string }) {
  const pieces = text.split(/(https?:\/\/[^\s;,，；)）]+)/);
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
