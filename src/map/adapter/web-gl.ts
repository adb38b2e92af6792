/** True when this browser gives a WebGL 2 context now; the probe's context is given back at once. */
export function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return false;
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return true;
}

/** Names under which browsers run WebGL on the processor: SwiftShader (Chromium), llvmpipe (Mesa), WARP (Windows). */
const SOFTWARE_RENDERERS = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** True where the processor draws for lack of a graphics card, as on remote desktops: a picture then costs seconds. */
export function drawsInSoftware(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  const info = context?.getExtension('WEBGL_debug_renderer_info');
  const renderer = context && info ? String(context.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE_RENDERERS.test(renderer);
}
