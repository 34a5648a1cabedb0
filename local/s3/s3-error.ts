/** An error as S3 answers it: an XML page with a code. */
export class S3Error extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'S3Error';
    this.status = status;
    this.code = code;
  }
}

/** Text as it stands in XML. */
export const inXml = (text: string): string =>
  text.replaceAll(/[<>&"']/g, (character) => `&#${character.codePointAt(0)};`);

/** The page that S3 shows for an error. */
export const errorXml = ({ code, message }: S3Error): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${inXml(message)}</Message></Error>`;
