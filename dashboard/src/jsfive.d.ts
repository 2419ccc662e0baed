// The little of jsfive that is used here.
declare module "jsfive" {
  export interface Dataset { shape: number[]; value: ArrayLike<unknown>; attrs: Record<string, unknown> }
  export interface Group { keys: string[]; attrs: Record<string, unknown>; get(path: string): Dataset | Group | undefined }
  export const Filters: Map<number, (bytes: ArrayBuffer, itemSize: number) => ArrayBuffer>;
  export class File implements Group {
    constructor(buffer: ArrayBuffer, name: string);
    keys: string[];
    attrs: Record<string, unknown>;
    get(path: string): Dataset | Group | undefined;
  }
}
