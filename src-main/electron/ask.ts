import { dialog, type BrowserWindow } from 'electron';

interface Question<Answer extends string> {
  message: string;
  detail: string;
  /** The label of each answer, in the order of the buttons. The first one is the default. */
  answers: Record<Answer, string>;
  /** The answer if the dialog is closed without one. */
  otherwise: NoInfer<Answer>;
  /** Closes the dialog when it is aborted. */
  signal?: AbortSignal;
}

/** Asks the user in a native dialog. It blocks only `window`; without a window it stands alone. */
export async function ask<Answer extends string>(
  window: BrowserWindow | null,
  { message, detail, answers, otherwise, signal }: Question<Answer>,
): Promise<Answer> {
  const names = Object.keys(answers).filter((name): name is Answer => name in answers);
  const options = {
    type: 'warning' as const,
    message,
    detail,
    buttons: names.map((name) => answers[name]),
    defaultId: 0,
    cancelId: names.indexOf(otherwise),
    // Windows would show the answers as large links.
    noLink: true,
    ...(signal && { signal }),
  };
  const { response } =
    window === null
      ? await dialog.showMessageBox(options)
      : await dialog.showMessageBox(window, options);
  return names[response] ?? otherwise;
}
