import { mkdir, writeFile } from 'node:fs/promises';
import { documentsFolder, generatedDocuments } from './documents.ts';

await mkdir(documentsFolder, { recursive: true });
for (const [name, text] of Object.entries(generatedDocuments())) {
  await writeFile(new URL(name, documentsFolder), text);
  console.log(`docs/${name}`);
}
