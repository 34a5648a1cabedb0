import { copyAsked } from '../../services/follow/copy-asked.ts';
import { file, type StaffCall } from '../../services/web/site.ts';
import { permittedCase } from '../../services/work/permitted-case.ts';
import { withWordsExplained } from '../../templates/documents/document.ts';

/**
 * A copy as the person has it, to print: as tagged PDF, with `?print=large` in large print. Who opened it is written down before it is given.
 * GET /{council}/staff/cases/{reference}/copies/{id}
 */
export const call: StaffCall = (deps) => async (request) => {
  const { copy, wanted } = await copyAsked(deps, request);
  const { careCase } = await permittedCase(deps, request, wanted);
  const { copyPdf } = await import('../../templates/documents/pdf.ts');
  const size = request.query['print'] === 'large' ? 'large' : 'ordinary';
  const { colour } = request.council;
  const explained = withWordsExplained(copy, request.council);
  const pdf = await copyPdf(explained, new Date(deps.clock.now()), { print: size, colour });
  return file('application/pdf', pdf, `${careCase.reference}-${copy.id.replaceAll('.', '-')}.pdf`);
};
