import { join } from 'node:path';
import ts from 'typescript';

/** A text is asked for by its key, or by the key of a whole branch (`returnObjects`) whose names then stand in the same file. */
interface UsedTexts {
  keys: ReadonlySet<string>;
  branches: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * What the sources below `root` ask for. The compiler knows: a key put together (`errors.${code}`) has a type that
 * names each one it can become, so nothing is counted as used because it merely looks alike.
 */
export function findUsedTexts(root: string, isBranch: (key: string) => boolean): UsedTexts {
  const program = createProgram(root);
  const checker = program.getTypeChecker();
  const keys = new Set<string>();
  const branches = new Map<string, ReadonlySet<string>>();
  for (const file of program.getSourceFiles()) {
    if (!isOfTheApp(file, root)) continue;
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

function isOfTheApp({ fileName, isDeclarationFile }: ts.SourceFile, root: string): boolean {
  return (
    !isDeclarationFile &&
    fileName.startsWith(join(root, 'src-')) &&
    !/\/locales\/|\.test\.tsx?$|\/test-[^/]*$/.test(fileName)
  );
}

/** The strings an expression can be; none when the compiler knows no bounds. */
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

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => {
    visit(child, see);
  });
}
