// Stands inline in index.html. Browsers have service workers on https and on this machine only; elsewhere the
// page works as ever, but needs its server at each visit.
if (navigator.serviceWorker && isSecureContext) {
  const rules = { createScriptURL: () => './sw.js' };
  const policy = globalThis.trustedTypes?.createPolicy('doublet-offline', rules);
  navigator.serviceWorker.register(policy ? policy.createScriptURL('') : './sw.js').catch(() => {});
}
