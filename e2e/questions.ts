import type { App } from './app.ts';

/** Answers all questions in native dialogs by the button with this label. */
export async function answerQuestions(app: App, label: string): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'questions', asked);
    // The window comes first, if there is one.
    dialog.showMessageBox = (...values: (object & { message?: string; buttons?: string[] })[]) => {
      const { message = '', buttons = [] } = values.at(-1) ?? {};
      asked.push(message);
      const response = buttons.indexOf(button);
      return Promise.resolve({ response, checkboxChecked: false });
    };
  }, label);
}

/** Returns the questions since `answerQuestions`. */
export function questions(app: App) {
  return app.evaluate((): unknown => Reflect.get(globalThis, 'questions'));
}
