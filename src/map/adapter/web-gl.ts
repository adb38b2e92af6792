/** True when this browser gives a WebGL 2 context now; the probe's context is given back at once. */
export function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return false;
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return true;
}
