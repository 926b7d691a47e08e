// Stands inline in index.html. Browsers have service workers on https and on this machine only; elsewhere the
// page works as ever, but needs its server at each visit.
if (navigator.serviceWorker && isSecureContext) navigator.serviceWorker.register('./sw.js').catch(() => {});
