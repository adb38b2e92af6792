import type { RowOrder } from './row-order.ts';
import classes from './table.module.css';

/** The heading row of a table whose heads order it: the first click upwards, the next one downwards. */
export function SortHead({
  heads,
  isFigure,
  order,
  onOrder,
}: {
  readonly heads: readonly string[];
  readonly isFigure: (column: number) => boolean;
  readonly order: RowOrder | null;
  readonly onOrder: (order: RowOrder) => void;
}) {
  return (
    <thead>
      <tr>
        {heads.map((head, column) => {
          const isOrder = order?.column === column;
          return (
            <th
              // A head may repeat a word; its place is what it is.
              // oxlint-disable-next-line react/no-array-index-key
              key={column}
              scope="col"
              className={isFigure(column) ? classes.number : undefined}
              aria-sort={isOrder ? (order.isDown ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                className={classes.plainButton}
                onClick={() => onOrder({ column, isDown: isOrder && !order.isDown })}
              >
                {head}
                {isOrder && <span aria-hidden>{order.isDown ? ' ↓' : ' ↑'}</span>}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
