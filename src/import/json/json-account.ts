import type { FileKeys } from '../../model/dataset';
import { decodeText } from '../../model/text';
import type { Dialects } from './dialects';
import { joinedKeys, keysRead, NO_KEYS } from './keys-read';
import { parseLoose } from './loose-text';
import { joinedResponses, type ResponseCounts, ResponseLog } from './response-log';

/** What a file turned out to be, and what is known to be missing from it. */
export interface JsonShape {
  readonly documents: number;
  readonly lists: boolean;
  /** Names of the dialects of the records. */
  readonly dialects: readonly string[];
  /** Whether records lay in wrappers of responses. */
  readonly wrapped: boolean;
  readonly responses: ResponseCounts;
  /** Records with values that were replaced by the name of their type, and with objects that PowerShell made texts of. */
  readonly typeNames: number;
  /** One of those names. */
  readonly typeName: string;
  readonly cutObjects: number;
  /** Which keys of the records were read; empty until `noteKeys`. */
  readonly keys: FileKeys;
}

/** Objects around records that are looked at for their keys. */
const MOST_WRAPPERS = 8;

/** Collects the shape of a file while it is read. */
export class JsonAccount {
  documents = 0;
  lists = false;
  wrapped = false;
  private typeNames = 0;
  private typeName = '';
  cutObjects = 0;
  readonly responses = new ResponseLog();
  private keys = NO_KEYS;
  private readonly around = new Set<string>();
  private wrappersSeen = 0;
  private readonly dialects = new Set<string>();
  /** The status line of a response that failed: what follows it may say more. */
  private failedStatus: string | null = null;

  get shape(): JsonShape {
    const { documents, lists, wrapped, dialects, responses, typeNames, typeName, cutObjects, keys } = this;
    return {
      documents,
      lists,
      wrapped,
      dialects: [...dialects],
      responses: responses.soFar,
      typeNames,
      typeName,
      cutObjects,
      keys,
    };
  }

  /** Takes down which keys the records had, once all are read. */
  noteKeys(dialects: Dialects): void {
    const met = dialects.tables.filter((_, number) => this.dialects.has(dialects.nameOf(number)));
    this.addKeys(keysRead(met, this.around));
  }

  /** Records lay in texts of this object: its keys are none of theirs. The first objects tell enough. */
  noteWrapper(bytes: Uint8Array, at: number, end: number): void {
    if (this.wrappersSeen++ >= MOST_WRAPPERS) return;
    const value = parseLoose(decodeText(bytes, at, end));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const key of Object.keys(value)) this.around.add(key);
  }

  private addKeys(keys: FileKeys): void {
    if (keys.read.length + keys.leftOut.length > 0) this.keys = joinedKeys([this.keys, keys]);
  }

  /** A record has the name of a type in the place of a value. */
  meetTypeName(name: string): void {
    this.typeNames++;
    this.typeName ||= name;
  }

  meet(dialect: string): void {
    this.dialects.add(dialect);
  }

  /** Adds what another reader found in the same file. */
  add(shape: JsonShape): void {
    this.documents += shape.documents;
    this.lists ||= shape.lists;
    this.wrapped ||= shape.wrapped;
    for (const dialect of shape.dialects) this.meet(dialect);
    this.responses.add(shape.responses);
    this.typeNames += shape.typeNames;
    this.typeName ||= shape.typeName;
    this.cutObjects += shape.cutObjects;
    this.addKeys(shape.keys);
  }

  /** A status line stands between two documents; `failure`: it says that the request failed. */
  noteStatus(failure: string | null): void {
    if (failure === null) return;
    this.endStatus();
    this.failedStatus = failure;
  }

  /** An object that is no record was read; `failure`: it says that its request failed. */
  noteOther(failure: string | null, notes: readonly (string | undefined)[] | null): void {
    const failed = failure !== null || (notes !== null && this.responses.note(notes));
    if (failure !== null) this.responses.fail(failure);
    if (failed) this.failedStatus = null;
  }

  /** The status line is all that is known of the response that failed. */
  endStatus(): void {
    if (this.failedStatus !== null) this.responses.fail(this.failedStatus);
    this.failedStatus = null;
  }
}

/** The responses of several files together. */
export function responsesOf(shapes: readonly JsonShape[]): ResponseCounts {
  return joinedResponses(shapes.map((shape) => shape.responses));
}
