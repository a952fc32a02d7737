import { join } from 'node:path';
import ts from 'typescript';

/**
 * A text is used by its key, or by the key of a branch (`returnObjects`). The names inside a branch must then occur in the
 * same file.
 */
interface UsedTexts {
  keys: ReadonlySet<string>;
  branches: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Finds the texts that the sources below `root` use. It asks the compiler for types: the type of a computed key
 * (`errors.${code}`) lists all keys it can be, so nothing counts as used only because it looks similar.
 */
export function findUsedTexts(root: string, isBranch: (key: string) => boolean): UsedTexts {
  const program = createProgram(root);
  const checker = program.getTypeChecker();
  const keys = new Set<string>();
  const branches = new Map<string, ReadonlySet<string>>();
  for (const file of program.getSourceFiles()) {
    if (!isAppSource(file, root)) continue;
    visit(file, (node) => {
      if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
      for (const key of valuesOf(node, checker)) {
        if (isBranch(key) && ts.isCallExpression(node.parent)) branches.set(key, wordsOf(file));
        else keys.add(key);
      }
    });
  }
  return { keys, branches };
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
