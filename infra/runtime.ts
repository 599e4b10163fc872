/** File name of the one ES module of a bundle. */
export const mainModule = 'index.js';
