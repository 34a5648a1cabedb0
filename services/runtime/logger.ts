import { Logger } from '@aws-lambda-powertools/logger';

/** The one logger; what it writes never carries personal data, so events are not logged. */
export const logger = new Logger({ serviceName: 'careway' });
