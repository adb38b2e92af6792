/** Version of the engines that compute; the version of the atlas (package.json). */
export const ENGINE_VERSION = '0.1.0';
