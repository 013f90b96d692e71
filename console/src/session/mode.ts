/** The page says whether it is an engine for development that serves it. */
export const isDevelopment = () =>
  document.querySelector('meta[name="antar-mode"][content="development"]') !== null
