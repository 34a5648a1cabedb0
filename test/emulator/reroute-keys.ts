/**
 * Loaded before a function in the emulator: asks the emulator for Cognito's public keys, which it serves at its own address
 * instead of the issuer's. Nothing else is rerouted.
 */
const cognito = /^https:\/\/cognito-idp\.[\w-]+\.amazonaws\.com(\/.+\/\.well-known\/jwks\.json)$/;
const realFetch = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const [, keys] = cognito.exec(input instanceof Request ? input.url : String(input)) ?? [];
  return realFetch(keys === undefined ? input : `${process.env.AWS_ENDPOINT_URL}${keys}`, init);
};
