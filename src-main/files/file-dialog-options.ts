/** The options of a dialog that asks for a file. */
export interface FileDialogOptions {
  title: string;
  /** A file, or the folder to begin in. */
  defaultPath: string;
  fileType: { name: string; extension: string };
}
