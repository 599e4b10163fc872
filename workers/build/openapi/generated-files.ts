import { accountDocument, accountDocumentPath } from './account-document.ts';
import { clientTypes, clientTypesPath } from './client-types.ts';

/** Every file that is made of the models and the routes: path → text. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const document = await accountDocument();
  return {
    [accountDocumentPath]: `${JSON.stringify(document, null, 2)}\n`,
    [clientTypesPath]: await clientTypes(document),
  };
}
