import type { Plugin } from 'vite';

/** While developing, `/gateway.html` is `index.html` with the mark of the Gateway page; no policy stands in either. */
export function developmentPages(): Plugin {
  return {
    name: 'doublet:development-pages',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/gateway.html')) request.url = request.url.replace('/gateway', '/index');
        else if (/^\/(\?|$)/.test(request.url ?? '')) request.url = request.url!.replace('/', '/index.html');
        next();
      });
    },
    transformIndexHtml(_html, context) {
      const page = context.originalUrl?.startsWith('/gateway.html') ? 'gateway' : 'hosted';
      return [{ tag: 'meta', attrs: { name: 'doublet-page', content: page }, injectTo: 'head' }];
    },
  };
}
