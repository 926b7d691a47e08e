import type { Plugin } from 'vite';

const PARTS_PAGE = '/src/app/parts/parts-page.tsx';

/**
 * While developing, `/gateway.html` is `index.html` with the mark of the Gateway page, and `/parts.html` shows every
 * part of the kit in every state. No policy stands in any of them, and no build contains the parts page.
 */
export function developmentPages(): Plugin {
  return {
    name: 'doublet:development-pages',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const page = /^\/(gateway|parts)\.html/.exec(request.url ?? '')?.[1];
        if (page !== undefined) request.url = request.url!.replace(page, 'index');
        else if (/^\/(\?|$)/.test(request.url ?? '')) request.url = request.url!.replace('/', '/index.html');
        next();
      });
    },
    transformIndexHtml(html, context) {
      if (context.originalUrl?.startsWith('/parts.html')) return html.replace('/src/main.tsx', PARTS_PAGE);
      const page = context.originalUrl?.startsWith('/gateway.html') ? 'gateway' : 'hosted';
      return [{ tag: 'meta', attrs: { name: 'doublet-page', content: page }, injectTo: 'head' }];
    },
  };
}
