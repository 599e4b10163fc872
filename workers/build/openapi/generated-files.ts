import { accountDocument, accountDocumentPath } from './account-document.ts';
import { accountTypesPath, clientTypes, platformTypesPath } from './client-types.ts';
import { platformDocument, platformDocumentPath } from './platform-document.ts';

/** Every file that is generated from the models and the routes: path → text. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const account = await accountDocument();
  const platform = await platformDocument();
  return {
    [accountDocumentPath]: `${JSON.stringify(account, null, 2)}\n`,
    [platformDocumentPath]: `${JSON.stringify(platform, null, 2)}\n`,
    [accountTypesPath]: await clientTypes(account, 'account'),
    [platformTypesPath]: await clientTypes(platform, 'platform'),
  };
}
