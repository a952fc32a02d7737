import { dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * A text is used by its key, or by the key of a branch (`returnObjects`). The names inside a branch must then occur in the
 * same file.
 */
interface UsedTexts {
  keys: ReadonlySet<string>;
  branches: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The sources below a folder, and the texts that they use. */
export class Sources {
  readonly #root: string;
  readonly #program: ts.Program;
  readonly #isBranch: (key: string) => boolean;

  constructor(root: string, isBranch: (key: string) => boolean) {
    this.#root = root;
    this.#program = createProgram(root);
    this.#isBranch = isBranch;
  }

  /** Returns all files of the app. */
  files(): string[] {
    return this.#program
      .getSourceFiles()
      .filter((file) => isAppSource(file, this.#root))
      .map(({ fileName }) => fileName);
  }

  /** Returns files of the app, and those that they import, and so on. Imports that load later do not count. */
  filesLoadedWith(...entries: string[]): string[] {
    const found = new Set(entries.map((entry) => join(this.#root, entry)));
    // The loop also visits the names that it adds.
    for (const name of found) {
      for (const imported of this.#importsOf(name)) found.add(imported);
    }
    return [...found];
  }

  #importsOf(name: string): string[] {
    const file = this.#program.getSourceFile(name);
    return (file?.statements ?? []).flatMap((statement) => {
      if (!ts.isImportDeclaration(statement)) return [];
      const { importClause, moduleSpecifier } = statement;
      const isType = importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      if (isType || !ts.isStringLiteral(moduleSpecifier)) return [];
      const path = join(dirname(name), moduleSpecifier.text);
      const imported = this.#program.getSourceFile(path);
      return imported !== undefined && isAppSource(imported, this.#root) ? [path] : [];
    });
  }

  /**
   * Finds the texts that files use. It asks the compiler for types: the type of a computed key (`errors.${code}`) lists
   * all keys it can be, so nothing counts as used only because it looks similar.
   */
  usedTexts(files: readonly string[]): UsedTexts {
    const checker = this.#program.getTypeChecker();
    const keys = new Set<string>();
    const branches = new Map<string, ReadonlySet<string>>();
    for (const name of files) {
      const file = this.#program.getSourceFile(name);
      if (file === undefined) throw new Error(`There is no source ${name}`);
      visit(file, (node) => {
        if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
        for (const key of valuesOf(node, checker)) {
          if (this.#isBranch(key) && isCallForObjects(node.parent)) {
            branches.set(key, wordsOf(file));
          } else keys.add(key);
        }
      });
    }
    return { keys, branches };
  }
}

function createProgram(root: string): ts.Program {
  const path = join(root, 'tsconfig.json');
  const config: unknown = ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config;
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(
    fileNames.filter((name) => /\/src-(main|renderer|shared|preload)\//.test(name)),
    options,
  );
}

function isAppSource({ fileName, isDeclarationFile }: ts.SourceFile, root: string): boolean {
  return (
    !isDeclarationFile &&
    fileName.startsWith(join(root, 'src-')) &&
    !/\/locales\/|\.test\.tsx?$|\/test-[^/]*$/.test(fileName)
  );
}

function isCallForObjects(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.getText().includes('returnObjects');
}

/** Returns the strings that an expression can be; an empty array if the compiler does not know them. */
function valuesOf(node: ts.Expression, checker: ts.TypeChecker): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  const type = checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
}

function wordsOf(file: ts.SourceFile): Set<string> {
  const words = new Set<string>();
  visit(file, (node) => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) words.add(node.text);
  });
  return words;
}

function visit(node: ts.Node, onNode: (node: ts.Node) => void): void {
  onNode(node);
  ts.forEachChild(node, (child) => {
    visit(child, onNode);
  });
}
