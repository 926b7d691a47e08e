// Texts that programs print or write in the place of an export, told by how they begin.

const OF_POWERSHELL =
  'Write it with ConvertTo-Json -Depth 10 | Set-Content, or with Export-Csv, and choose the new file.';

/** A program whose text is no export. */
export interface Producer {
  readonly looks: RegExp;
  /** What the text is, behind “… is”. */
  readonly what: string;
  readonly remedy: string;
}

/** Texts of programs that hold assets in a form in which values are lost, or which is read nowhere; with the way out. */
const PRODUCERS: readonly Producer[] = [
  {
    looks: /<Objs\s[^>]*schemas\.microsoft\.com\/powershell/,
    what: 'XML that PowerShell’s Export-Clixml wrote, which only PowerShell reads',
    remedy: 'Read it with Import-Clixml and write it with ConvertTo-Json -Depth 10 | Set-Content.',
  },
  {
    looks: /urn:schemas-microsoft-com:office:spreadsheet/,
    what: 'a spreadsheet in XML of 2003, which is not read here',
    remedy: 'Open it in a spreadsheet program and save it as .xlsx or CSV.',
  },
  {
    looks: /^(?![\s\S]*(?:<form\b|type=["']?password))<[\s\S]*<table[\s\S]*<t[hd][\s>]/i,
    what: 'an HTML table, perhaps under the name of an Excel file, which is not read here',
    remedy: 'Open it in a spreadsheet program and save it as .xlsx or CSV.',
  },
  {
    looks: /^(?:[\w.@]+ *: .*\r?\n(?: {4,}.*\r?\n)*){3}/,
    what: 'text that PowerShell printed (Format-List), in which lists are cut off',
    remedy: OF_POWERSHELL,
  },
  {
    looks: /^\s*\w[^\n]*\r?\n *-{2,}(?: +-+)+ *\r?\n/,
    what: 'text that PowerShell printed as a table (Format-Table), in which values may be cut off',
    remedy: OF_POWERSHELL,
  },
  {
    looks: /^ *\w+(?: +[\w.]+)+ *\r?\n0 +\S/,
    what: 'a data frame that Python printed, in which rows and columns may be left out',
    remedy: 'Write it with frame.to_csv(file, index=False) or frame.to_json(file, orient="records").',
  },
  {
    looks: /^(?:---\s*\n)?(?:- \w+: .*\r?\n {2}\w+:|\w+:\r?\n *- \w+:)/,
    what: 'YAML, which is not read here',
    remedy: 'Write it as JSON, as with yq -o=json or json.dump, and choose the new file.',
  },
  {
    looks: /\binsert\s+into\s[^;]*\bvalues\b/i,
    what: 'SQL, which is not read here',
    remedy: 'Export the table as CSV or JSON.',
  },
  {
    looks: /^\s*(?:#.*\n\s*)*\[\[?[\w.]+\]\]?\s*\n\s*\w+ *= /,
    what: 'TOML, which is not read here',
    remedy: 'Write it as JSON and choose the new file.',
  },
  {
    looks: /^\s*\$VAR\d+ *=/,
    what: 'text that Perl’s Data::Dumper wrote',
    remedy: 'Write it with JSON::PP’s encode_json and choose the new file.',
  },
  {
    looks: /^\s*[[{(][\s\S]*"\s*=>\s*/,
    what: 'text that a Ruby program printed',
    remedy: 'Write it with JSON.generate or to_json in the place of inspect or p, and choose the new file.',
  },
  {
    looks: /^\s*Array\s*\(\s*\[/,
    what: 'text that PHP’s print_r wrote',
    remedy: 'Write it with json_encode and choose the new file.',
  },
  {
    looks: /\[(?:Array|Object)\]|\.\.\. \d+ more items?/,
    what: 'text that a JavaScript program printed, in which lists are cut off',
    remedy: 'Write it with JSON.stringify(data) in the place of console.log, and choose the new file.',
  },
];

/** The program that made the text, by how it begins; `null` if none is known for it. */
export function producerOf(text: string): Producer | null {
  return PRODUCERS.find(({ looks }) => looks.test(text)) ?? null;
}
