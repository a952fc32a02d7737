/** Vite imports a text file as a string: https://vite.dev/guide/assets#importing-asset-as-string */
declare module '*?raw' {
  const text: string;
  export default text;
}
