/** A new task token: opaque to whoever holds it, but it tells the runner which execution to ask. */
export function newToken(arn: string, uuid: string): string {
  return Buffer.from(JSON.stringify([arn, uuid])).toString('base64url');
}

/** The execution that a token was made for, or null for text that is no token. */
export function executionOfToken(token: string): string | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(parts) && parts.length === 2 && typeof parts[0] === 'string' ? parts[0] : null;
  } catch {
    return null;
  }
}
