declare module 'csv-spectrum' {
  export default function csvSpectrum(
    done: (error: Error | null, cases: { name: string; csv: Buffer; json: Buffer }[]) => void,
  ): void;
}
