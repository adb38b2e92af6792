/**
 * Calls `begin` where another gesture begins: a pointer goes down, or the focus goes to something else by keyboard. What a
 * drag or typing changes from there on is a step of its own.
 */
export function watchGestures(page: EventTarget, begin: () => void): void {
  let isPressed = false;
  const listen = (type: string, then: () => void) => page.addEventListener(type, then, { capture: true });
  listen('pointerdown', () => {
    isPressed = true;
    begin();
  });
  for (const type of ['pointerup', 'pointercancel'])
    listen(type, () => {
      isPressed = false;
    });
  // A slider takes the focus in the middle of its drag.
  listen('focusin', () => {
    if (!isPressed) begin();
  });
}
