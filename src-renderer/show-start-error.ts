const messages = [
  {
    lang: 'vi',
    text: 'Không mở được ứng dụng. Hãy khởi động lại; nếu vẫn lỗi, hãy cài lại ứng dụng.',
  },
  {
    lang: 'en',
    text: 'The app could not be loaded. Restart it. If this keeps happening, install it again.',
  },
] as const;
const restart = 'Khởi động lại · Restart';

/**
 * Shows that the rest of the app could not be loaded, with a button that tries again. In both languages, because the texts
 * and the user's language may be what is missing.
 */
export function showStartError(): void {
  const content = document.createElement('div');
  content.role = 'alert';
  content.style.cssText =
    'max-width: 30rem; margin: 20vh auto; font: 1rem/1.5 system-ui, sans-serif';
  for (const { lang, text } of messages) {
    const paragraph = document.createElement('p');
    paragraph.lang = lang;
    paragraph.textContent = text;
    content.append(paragraph);
  }
  const button = document.createElement('button');
  button.textContent = restart;
  button.addEventListener('click', () => location.reload());
  content.append(button);
  document.getElementById('root')?.replaceChildren(content);
}
