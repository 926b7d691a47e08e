/** The program inside an HTML report, built by `src/build/report-viewer.ts`. */
declare module 'virtual:report-viewer' {
  /** The viewer as one classic script, and its style sheet; minified, without `</script` or `</style`. */
  export const script: string;
  export const style: string;
  /** What the report's CSP allows: `sha256-…` of each, base64. */
  export const scriptHash: string;
  export const styleHash: string;
}
